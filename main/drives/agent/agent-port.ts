import type { AgentReply } from "./messages.ts";

/** The agent's line to whoever started it. */
export interface AgentPort {
  post(answer: AgentReply): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** The line of an Electron utility process, or of a plain Node child: the same agent runs as either. */
export function portOf(own: NodeJS.Process): AgentPort {
  // Electron's types promise it everywhere; it is there in a utility process alone.
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
