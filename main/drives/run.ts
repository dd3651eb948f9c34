import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { withTimeLimit } from "../lib/time-limit.ts";

/** What a system's tool did. `code` is null when it could not be started, or was stopped after its time. */
export interface ToolResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** There is no such program here. */
  readonly missing: boolean;
}

export interface RunOptions {
  readonly timeoutMs: number;
  /** Besides this process's own environment: what a fixed script reads instead of being put together. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one program with one list of arguments. Never through a shell, and never rejects. */
export type RunTool = (file: string, args: readonly string[], options: RunOptions) => Promise<ToolResult>;

const OUTPUT_LIMIT = 1024 * 1024; // bytes: no tool of ours says as much

const GRACE_MS = 1_000; // from the signal that ends a tool until its end
const NOT_ENDED: ToolResult = { code: null, stdout: "", stderr: "", missing: false };

/** `Run` in the real world. A tool that waits for a dead medium may outlive every signal: it is left behind. */
export const runTool: RunTool = (file, args, options) =>
  withTimeLimit(runToItsEnd(file, args, options), options.timeoutMs + GRACE_MS, NOT_ENDED);

const runToItsEnd: RunTool = (file, args, { timeoutMs, env = {} }) =>
  new Promise((resolve) => {
    const options = {
      timeout: timeoutMs,
      killSignal: "SIGKILL" as const, // a tool that waits for a dead medium ignores less
      maxBuffer: OUTPUT_LIMIT,
      windowsHide: true,
      cwd: tmpdir(), // a working directory on the stick would be what blocks its eject
      env: { ...process.env, LC_ALL: "C", LANGUAGE: "C", ...env }, // their words are read
    };
    execFile(file, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ code, stdout, stderr, missing: error?.code === "ENOENT" });
    });
  });

/** The last thing that a tool said about its failure, in a line. */
export function errorTextOf({ stderr, stdout, code, missing }: ToolResult): string {
  const lastLine = `${stdout}\n${stderr}`.split(/\r?\n/).findLast((line) => line.trim() !== "");
  return lastLine?.trim() ?? (missing ? "ENOENT" : code === null ? "ETIMEDOUT" : `exit ${code}`);
}
