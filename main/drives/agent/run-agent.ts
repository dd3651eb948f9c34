import * as v from "valibot";
import type { AgentPort } from "./agent-port.ts";
import { AgentRequestSchema } from "./messages.ts";

/** The native code behind the agent. All of it may reject, and do worse. */
export interface NativeModules {
  /** Loads what a listing needs, which takes its time on a slow computer. Rejects as `list` will. */
  load(): Promise<unknown>;
  /** The system's devices, as drivelist tells them. */
  list(): Promise<readonly unknown[]>;
  /** Calls back whenever a USB device comes or goes. Called once at most: usb-detection aborts when started twice. */
  watch(signal: () => void): Promise<void>;
}

/** Answers questions until the process ends. */
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
      // Not installed, or made for another version of Node: the polls see the stick as well, a little later.
    }
  };

  port.onMessage((message) => {
    const question = v.safeParse(AgentRequestSchema, message);
    if (!question.success) return;
    void (question.output.type === "list" ? list(question.output.id) : watch());
  });
  natives
    .load()
    .catch(() => undefined) // the first question is told why
    .then(() => port.post({ type: "ready" }));
}
