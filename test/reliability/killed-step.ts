import { readdirSync } from "node:fs";
import { lstat } from "node:fs/promises";
import { stickAtFolder } from "../../main/drives/stick-at-folder.ts";
import { done } from "../fixtures/done.ts";
import { runStep, type StepName } from "./steps.ts";

// A process of its own, to be killed: does one step on a stick when it is told to. All its file system calls are made by
// the one thread of its pool, whose number it tells first. As a CommonJS file, since loading a module starts the pool.
const { step, root, to }: { step: StepName; root: string; to: string } = JSON.parse(process.argv[2] ?? "{}");

const threads = () => readdirSync("/proc/self/task");

async function poolThread(): Promise<number> {
  const before = new Set(threads());
  await lstat(root); // starts the pool
  const [pool, ...others] = threads().filter((thread) => !before.has(thread));
  if (pool === undefined || others.length > 0) throw new Error("this needs UV_THREADPOOL_SIZE=1, and no call before");
  return Number(pool);
}

process.once("message", async () => {
  done(await runStep(step, done(await stickAtFolder(root)), to));
  process.disconnect?.();
});
poolThread().then((pool) => process.send?.({ pool }));
