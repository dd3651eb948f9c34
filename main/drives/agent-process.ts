import type { AgentRequest } from "./agent/messages.ts";

/** One run of the drive agent, seen from outside. */
export interface AgentProcess {
  post(question: AgentRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, with words for a person who looks into it. */
  onEnd(listener: (how: string) => void): void;
  /** At once, whatever it does. */
  kill(): void;
}

/** Starts the agent. May throw. Passed in: the app starts a utility process, a test a plain Node child. */
export type ForkAgent = () => AgentProcess;
