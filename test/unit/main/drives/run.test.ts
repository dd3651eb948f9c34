import { ChildProcess } from "node:child_process";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test, vi } from "vitest";
import { errorTextOf, runTool } from "../../../../main/drives/run.ts";

const node = process.execPath;
const run = (script: string, timeoutMs = 10_000) =>
  runTool(node, ["-e", script, "$(echo x)"], { timeoutMs, env: { KEYFERRY_DRIVE: "E" } });

test("a tool gets its arguments as they are: no shell stands between", async () => {
  const { code, stdout } = await run("process.stdout.write(process.argv[1])");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "$(echo x)" });
});

test("speaks English to us, and gets what it needs by the environment", async () => {
  const { stdout } = await run("process.stdout.write(process.env.LC_ALL + process.env.KEYFERRY_DRIVE)");
  expect(stdout).toBe("CE");
});

test("does not work where we stand, which may be the stick", async () => {
  expect((await run("process.stdout.write(process.cwd())")).stdout).toBe(realpathSync(tmpdir()));
});

test("one that fails is told by its code and its last word", async () => {
  const ran = await run("console.log('once'); console.error('target is busy'); process.exitCode = 32");
  expect(ran.code).toBe(32);
  expect(errorTextOf(ran)).toBe("target is busy");
});

test("one that hangs is ended after its time", async () => {
  const before = performance.now();
  const ran = await run("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)", 300);
  expect(performance.now() - before).toBeLessThan(5_000);
  expect([ran.code, errorTextOf(ran)]).toEqual([null, "ETIMEDOUT"]);
});

test("one that outlives the signal that ends it, as one does that waits for a dead medium, is not waited for", async () => {
  const kill = vi.spyOn(ChildProcess.prototype, "kill").mockReturnValue(true);
  onTestFinished(() => kill.mockRestore());
  const before = performance.now();
  const ran = await run("setTimeout(() => {}, 6000)", 300);
  expect(performance.now() - before).toBeLessThan(5_000);
  expect([ran.code, errorTextOf(ran)]).toEqual([null, "ETIMEDOUT"]);
});

test("one that is not there is told as missing", async () => {
  const ran = await runTool("/nowhere/udisksctl", [], { timeoutMs: 1_000 });
  expect([ran.missing, errorTextOf(ran)]).toEqual([true, "ENOENT"]);
});
