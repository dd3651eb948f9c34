import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { withTimeLimit } from "../lib/time-limit.ts";

/** The result of a system tool. `code` is null when it could not be started or was killed after its time limit. */
export interface ToolResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The program does not exist on this computer. */
  readonly missing: boolean;
}

export interface RunOptions {
  readonly timeoutMs: number;
  /** Added to this process's environment. A fixed script reads its input from it. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program with a list of arguments. Never uses a shell and never rejects. */
export type RunTool = (file: string, args: readonly string[], options: RunOptions) => Promise<ToolResult>;

const OUTPUT_LIMIT = 1024 * 1024; // bytes; more than any of these tools writes

const GRACE_MS = 1_000; // between the kill signal and the tool's end
const NOT_ENDED: ToolResult = { code: null, stdout: "", stderr: "", missing: false };

/** Runs a tool on this computer. A tool that waits for a dead stick may survive every signal: it is not waited for. */
export const runTool: RunTool = (file, args, options) =>
  withTimeLimit(runToItsEnd(file, args, options), options.timeoutMs + GRACE_MS, NOT_ENDED);

const runToItsEnd: RunTool = (file, args, { timeoutMs, env = {} }) =>
  new Promise((resolve) => {
    const options = {
      timeout: timeoutMs,
      killSignal: "SIGKILL" as const, // a tool that waits for a dead stick may ignore a milder signal
      maxBuffer: OUTPUT_LIMIT,
      windowsHide: true,
      cwd: tmpdir(), // a working directory on the stick would block its eject
      env: { ...process.env, LC_ALL: "C", LANGUAGE: "C", ...env }, // the app parses English output
    };
    execFile(file, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ code, stdout, stderr, missing: error?.code === "ENOENT" });
    });
  });

/** Returns the last line of a failed tool's output, or a short description of its end. */
export function errorTextOf({ stderr, stdout, code, missing }: ToolResult): string {
  const lastLine = `${stdout}\n${stderr}`.split(/\r?\n/).findLast((line) => line.trim() !== "");
  return lastLine?.trim() ?? (missing ? "ENOENT" : code === null ? "ETIMEDOUT" : `exit ${code}`);
}
