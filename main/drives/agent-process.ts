import type { AgentRequest } from "./agent/messages.ts";

/** One process of the drive agent. */
export interface AgentProcess {
  post(request: AgentRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls back once. `how` describes the end, for diagnosis. */
  onEnd(listener: (how: string) => void): void;
  /** Kills the process at once, even if it hangs. */
  kill(): void;
}

/** Starts the agent. May throw. The app starts a utility process, a test a plain Node child. */
export type ForkAgent = () => AgentProcess;
