import type { IpcMain, IpcMainInvokeEvent } from "electron";
import * as v from "valibot";
import { type Channel, channels, contract, type Input, type Value } from "../../core/ipc.ts";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";

/** One function for each channel. It gets only input that has passed the contract's schema. */
export type Handlers = { readonly [C in Channel]: (input: Input<C>) => Promise<Outcome<Value<C>>> };

/**
 * Registers the handlers of the contract. Checks the sender first and then the input, here at the registration, so that no
 * call can bypass the checks. Never throws to the window: an unexpected error becomes the problem `unexpected`.
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
    // The schema belongs to the channel, but the compiler cannot infer that from the look-up.
    return await handlers[channel](input.output as Input<C>);
  } catch (error) {
    return err({ code: "unexpected", detail: error instanceof Error ? error.message : String(error) });
  }
}
