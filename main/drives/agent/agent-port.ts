import type { AgentReply } from "./messages.ts";

/** The agent's message port to its parent process. */
export interface AgentPort {
  post(answer: AgentReply): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Returns the port of an Electron utility process or of a plain Node child; the agent runs as either. */
export function portOf(own: NodeJS.Process): AgentPort {
  // Electron's types declare it for every process, but only a utility process has it.
  const port = own.parentPort as Electron.ParentPort | undefined;
  if (port) {
    return {
      post: (answer) => port.postMessage(answer),
      onMessage: (listener) => void port.on("message", ({ data }) => listener(data)),
    };
  }
  return {
    post: (answer) => void own.send?.(answer),
    onMessage: (listener) => void own.on("message", listener),
  };
}
