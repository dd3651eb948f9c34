import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Call } from "../../tools/lib/reliability/outcomes.mjs";
import type { StepName } from "./steps.ts";

/** A step on a stick; `to` is where keys are delivered to. */
export interface HopJob {
  readonly step: StepName;
  readonly root: string;
  readonly to: string;
}

// What can change a file system. Killed at a call that only asks or closes, a process leaves what it leaves at the next
// of these. A name that this processor's Linux does not have is marked by "?".
const CALLS = [
  ...["openat", "write", "pwrite64", "writev", "pwritev", "ftruncate", "fsync", "fdatasync"],
  ...["?rename", "renameat", "?renameat2", "?mkdir", "mkdirat", "?unlink", "unlinkat", "?rmdir", "?link", "linkat"],
].join(",");
const LIMIT_MS = 60_000;
const CHILD = fileURLToPath(new URL("./killed-step.cjs", import.meta.url));

/**
 * Does a step in a process of its own, which is killed right before a call, of those that touch one of the paths. Tells
 * whether it came to that. `log` is a file for strace, which counts each name's calls by themselves.
 */
export async function killAt(
  { name, nth }: Call,
  job: HopJob,
  paths: readonly string[],
  log: string,
): Promise<boolean> {
  const options = [...onlyThese(paths), "-e", `trace=${name}`, "-e", `inject=${name}:signal=KILL:when=${nth}`];
  return (await watched(job, options, log)) === "SIGKILL";
}

/** The paths that a step's calls touch below the job's folders, found by doing it once. */
export async function touchedPaths(job: HopJob, log: string): Promise<readonly string[]> {
  await watched(job, ["-e", `trace=${CALLS}`, "-s", "4096"], log);
  const paths = [...readFileSync(log, "utf8").matchAll(/"(\/[^"]*)"/g)].map(([, path = ""]) => path);
  return [...new Set(paths)].filter((path) => path.startsWith(job.root) || path.startsWith(job.to));
}

/** The calls that touch one of the paths, in their order, found by doing it once. */
export async function callsOf(job: HopJob, paths: readonly string[], log: string): Promise<readonly Call[]> {
  await watched(job, ["-e", `trace=${CALLS}`, ...onlyThese(paths)], log);
  const counts = new Map<string, number>();
  return [...readFileSync(log, "utf8").matchAll(/^(\w+)\(/gm)].map(([, name = ""]) => {
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return { name, nth };
  });
}

const onlyThese = (paths: readonly string[]): readonly string[] => paths.flatMap((path) => ["-P", path]);

/** Does a step under strace's eyes, to which only the thread that does its file system calls is shown. */
async function watched(job: HopJob, options: readonly string[], log: string): Promise<NodeJS.Signals | null> {
  const child = fork(CHILD, [JSON.stringify(job)], {
    env: { ...process.env, UV_THREADPOOL_SIZE: "1", UV_USE_IO_URING: "0" },
    timeout: LIMIT_MS,
  });
  const ended = once(child, "exit");
  const [{ pool }] = await once(child, "message");
  const args = ["-p", String(pool), "-o", log, ...options];
  const strace = spawn("strace", args, { stdio: ["ignore", "ignore", "pipe"], timeout: LIMIT_MS });
  const quiet = once(strace, "close").catch(() => undefined);
  const said = await firstWords(strace);
  if (!said.includes("attached")) {
    child.kill();
    throw new Error(`strace may not watch another process here: ${said.trim()}`);
  }
  child.send("go");
  const [code, signal] = await ended;
  await quiet;
  if (signal !== "SIGKILL" && code !== 0) throw new Error(`the step failed by itself: ${code ?? signal}`);
  return signal;
}

/** What strace says first: that it watches, or why it may not. */
function firstWords(strace: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    strace.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("attached")) resolve(said);
    });
    strace.on("error", ({ message }) => resolve(message));
    strace.on("close", () => resolve(said));
  });
}
