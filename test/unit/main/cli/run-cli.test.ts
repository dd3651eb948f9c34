import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import type { CliWorld } from "../../../../main/cli/cli-world.ts";
import { runCli } from "../../../../main/cli/run-cli.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { emptyStick, temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

const KEY = new TextEncoder().encode("a key's bytes\u0000\u0001");
const ANSWER = {
  status: 200,
  contentType: null,
  contentDisposition: 'attachment; filename="av_1_A.key"',
  bytes: KEY,
  host: "alas.stratus.com",
  certificateSha256: null,
  contentLength: KEY.length,
};

/** The command line in a world of its own; what it printed is returned. */
async function run(line: string, given: Partial<CliWorld> = {}, input = "") {
  const printed = { stdout: "", stderr: "" };
  const world: CliWorld = {
    stdout: async (text) => {
      printed.stdout += text;
    },
    stderr: async (text) => {
      printed.stderr += text;
    },
    stdin: async () => input,
    drives: { list: async () => ok([]) },
    context: { ...fakeContext(), ask: async () => ok(ANSWER), keep: async () => null },
    language: "en",
    ...given,
  };
  const exit = await runCli(line.split(" "), world);
  return { exit, ...printed };
}

test("with --json there is exactly one object, also for what is typed wrong", async () => {
  const { exit, stdout, stderr } = await run("scan --sideways --json");
  expect({ exit, stderr, lines: stdout.split("\n").length }).toEqual({ exit: 2, stderr: "", lines: 2 });
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: "usage", remedy: expect.any(String) } });
});

test("for people, what was done is on standard output and what was not on standard error", async () => {
  const { root } = await emptyStick();
  const requested = await run(`request --drive ${root} --url -`, {}, ` ${urlOf("ze-207")}\n`);
  expect(requested).toMatchObject({ exit: 0, stderr: "", stdout: expect.stringContaining("Asset ID: ze-207") });
  const again = await run(`request --drive ${root} --url -`, {}, urlOf("ze-207"));
  expect(again).toMatchObject({ exit: 2, stdout: "", stderr: expect.stringContaining("already on this stick") });
});

test("the language is the one that is named, else the system's", async () => {
  const missing = join(await temporaryFolder(), "none");
  expect((await run(`scan --drive ${missing}`, { language: "ja" })).stderr).toMatch(/USB メモリ/);
  expect((await run(`scan --drive ${missing} --lang en`, { language: "ja" })).stderr).toMatch(/stick/);
});

test("a key that the stick did not take: where it is kept is told", async () => {
  const { root } = await emptyStick();
  await run(`request --drive ${root} --url ${urlOf("ze-207")}`);
  const context: CliWorld["context"] = {
    ...fakeContext(),
    ask: async () => {
      await rm(root, { recursive: true });
      return ok(ANSWER);
    },
    keep: async () => "/home/x/answers/1.key",
  };
  const { exit, stdout } = await run(`fetch --drive ${root} --json`, { context });
  expect(exit).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    results: [{ outcome: "failed", kept: "/home/x/answers/1.key" }],
  });
});

test("scan: a stick that lacks what was written to another one is the wrong one", async () => {
  const { root } = await emptyStick();
  const another = { label: "KINGSTON", assetId: "ze-207", writtenAt: "2026-11-24T09:30:12+09:00" };
  const known = { remember: async () => undefined, forget: async () => undefined, another: async () => another };
  const context = { ...fakeContext(), ask: async () => ok(ANSWER), keep: async () => null, known };
  const { stderr } = await run(`scan --drive ${root}`, { context });
  expect(stderr).toContain(
    "not the stick that the request for ze-207 was written to on 2026-11-24: look for KINGSTON.",
  );
  const { exit, stdout } = await run(`scan --drive ${root} --json`, { context });
  expect({ exit, json: JSON.parse(stdout) }).toMatchObject({
    exit: 0,
    json: { ok: true, warnings: ["another-stick"] },
  });
});

test("drives: a system that cannot list them is told apart from one that has none", async () => {
  expect(await run("drives")).toMatchObject({ exit: 0, stdout: "No drives were found.\n" });
  const drives = { list: async () => err({ code: "drives-unavailable", detail: "lsblk" } as const) };
  expect(await run("drives", { drives })).toMatchObject({ exit: 3, stdout: "" });
});

test("a fault of the program itself is told as one", async () => {
  const drives = { list: () => Promise.reject(new Error("boom")) };
  const { exit, stdout } = await run("drives --json", { drives });
  expect(exit).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: "unexpected", detail: "boom" } });
});
