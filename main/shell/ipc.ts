import type { IpcMain, IpcMainInvokeEvent } from "electron";
import * as v from "valibot";
import { type Channel, channels, contract, type Input, type Value } from "../../core/ipc.ts";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

/** One function a channel. It gets input that the contract's schema has passed, and never anything else. */
export type Handlers = { readonly [C in Channel]: (input: Input<C>) => Promise<Outcome<Value<C>>> };

/**
 * Connects the contract to its handlers. Checks stand here, at the registration, so that no handler can be reached
 * past them: first the sender, then the input. Nothing is thrown across; what a handler did not foresee is said.
 */
export function registerHandlers(
  ipcMain: Pick<IpcMain, "handle">,
  handlers: Handlers,
  isOurs: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const channel of channels) {
    ipcMain.handle(channel, async (event, raw: unknown, ...more: readonly unknown[]) => {
      if (!isOurs(event) || more.length > 0) return err({ code: "call-rejected" });
      return handle(channel, handlers, raw);
    });
  }
}

async function handle<C extends Channel>(channel: C, handlers: Handlers, raw: unknown): Promise<Outcome<Value<C>>> {
  const input = v.safeParse(contract[channel].input, raw);
  if (!input.success) return err({ code: "call-rejected" });
  try {
    // The schema looked up by the channel's name is that channel's schema; the compiler cannot follow the look-up.
    return await handlers[channel](input.output as Input<C>);
  } catch (error) {
    return err({ code: "unexpected", detail: error instanceof Error ? error.message : String(error) });
  }
}
