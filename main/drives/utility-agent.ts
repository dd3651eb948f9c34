import type { UtilityProcess, utilityProcess } from "electron";
import type { ForkAgent } from "./agent-process.ts";

/** The process's name in the process lists of the system and of Electron. */
const SERVICE_NAME = "Keyferry drive agent";

/** Starts the built agent as a utility process of the app. */
export function utilityAgent(electron: Pick<typeof utilityProcess, "fork">, file: string): ForkAgent {
  return () => {
    const child = electron.fork(file, [String(process.pid)], { serviceName: SERVICE_NAME, stdio: "ignore" });
    return {
      post: (request) => child.postMessage(request),
      onMessage: (listener) => void child.on("message", listener),
      onEnd: (listener) => void child.once("exit", (code) => listener(`exit code ${code}`)),
      kill: () => {
        if (child.pid === undefined) child.once("spawn", () => killNow(child));
        else killNow(child);
      },
    };
  };
}

/** Electron sends SIGTERM, which never ends a stopped process. */
function killNow(child: UtilityProcess): void {
  try {
    if (child.pid !== undefined) process.kill(child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
  child.kill();
}
