import * as v from "valibot";
import type { AgentPort } from "./agent-port.ts";
import { AgentRequestSchema } from "./messages.ts";

/** The native code of the agent. Any call may reject, crash or hang. */
export interface NativeModules {
  /** Loads what a listing needs; slow on a slow computer. Rejects with the error that `list` would have. */
  load(): Promise<unknown>;
  /** Returns the system's devices as drivelist reports them. */
  list(): Promise<readonly unknown[]>;
  /** Calls back when a USB device is added or removed. Must be called only once: usb-detection aborts when started twice. */
  watch(signal: () => void): Promise<void>;
}

/** Answers requests until the process ends. */
export function runAgent(port: AgentPort, natives: NativeModules): void {
  let watched = false;

  const list = async (id: number): Promise<void> => {
    try {
      port.post({ type: "devices", id, devices: [...(await natives.list())] });
    } catch (error) {
      port.post({ type: "failed", id, detail: error instanceof Error ? error.message : String(error) });
    }
  };
  const watch = async (): Promise<void> => {
    if (watched) return;
    watched = true;
    try {
      await natives.watch(() => port.post({ type: "look-again" }));
    } catch {
      // Not installed, or built for another version of Node. Polling finds the stick a little later.
    }
  };

  port.onMessage((message) => {
    const request = v.safeParse(AgentRequestSchema, message);
    if (!request.success) return;
    void (request.output.type === "list" ? list(request.output.id) : watch());
  });
  natives
    .load()
    .catch(() => undefined) // the first request reports the error
    .then(() => port.post({ type: "ready" }));
}
