import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NO_POLICY } from "../../../../core/policy/site-policy.ts";
import { err, ok } from "../../../../core/result.ts";
import type { CliContext } from "../../../../main/cli/cli-context.ts";
import { runCli } from "../../../../main/cli/run-cli.ts";
import { memoryAt, noMemory } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { emptyStick, onlyRequest, put, request, temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

const KEY = new TextEncoder().encode("a key's bytes\u0000\u0001");
const ANSWER = {
  status: 200,
  contentType: null,
  contentDisposition: 'attachment; filename="av_1_A.key"',
  bytes: KEY,
  host: "alas.stratus.com",
};

/** The command line in a world of its own; what it printed is returned. */
async function run(line: string, given: Partial<CliContext> = {}, input = "") {
  const printed = { stdout: "", stderr: "" };
  const world: CliContext = {
    stdout: async (text) => {
      printed.stdout += text;
    },
    stderr: async (text) => {
      printed.stderr += text;
    },
    stdin: async () => input,
    drives: { list: async () => ok([]) },
    reach: async () => ({ host: "alas.stratus.com", steps: [] }),
    context: { ...fakeContext(), ask: async () => ok(ANSWER), ...noMemory },
    policyProblem: null,
    language: "en",
    ...given,
  };
  const exit = await runCli(line.split(" "), world);
  return { exit, ...printed };
}

let drawn = 0;

/** A world that draws other ticket numbers than the ones before. */
function later(): CliContext["context"] {
  drawn += 1;
  const nth = drawn;
  const context = fakeContext();
  return {
    ...context,
    random: (length) => context.random(length).map((byte) => byte + nth),
    ask: async () => ok(ANSWER),
    ...noMemory,
  };
}

test("what is printed hides nothing and turns nothing around, and JSON keeps the values", async () => {
  const odd = "av\u202e\u009b\u007f\u200f\u2066.key";
  const stick = await emptyStick();
  await put(stick, odd, KEY);
  for (const line of [
    `scan --drive ${stick.root}`,
    `deliver --drive ${stick.root} --to ${stick.root} --by-hand x${odd}`,
  ]) {
    const json = await run(`${line} --json`);
    const text = await run(line);
    for (const said of [json.stdout, json.stderr, text.stdout, text.stderr])
      expect(said).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    expect(JSON.stringify(JSON.parse(json.stdout))).toContain(odd);
  }
});

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
  const home = await temporaryFolder();
  await run(`request --drive ${root} --url ${urlOf("ze-207")}`);
  const context: CliContext["context"] = {
    ...fakeContext(),
    ask: async () => {
      await rm(root, { recursive: true });
      return ok(ANSWER);
    },
    ...memoryAt(home),
  };
  const { exit, stdout } = await run(`fetch --drive ${root} --json`, { context });
  expect(exit).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    results: [{ outcome: "failed", counted: "yes", keptIs: "key", warnings: ["key-kept-on-this-computer"] }],
  });
});

test("fetch: how far it is, is said to people while it runs, and never to programs", async () => {
  const { root } = await emptyStick();
  for (const asset of ["ze-207", "ze-208"])
    await run(`request --drive ${root} --url ${urlOf(asset)}`, { context: later() });
  const { stdout, stderr } = await run(`fetch --drive ${root}`);
  expect(stderr).toMatch(/^[0-9A-Z]{10} {2}1 of 2 done\n[0-9A-Z]{10} {2}2 of 2 done\n/);
  expect(stdout.match(/Key fetched/g)).toHaveLength(2);
  await run(`request --drive ${root} --url ${urlOf("ze-209")}`, { context: later() });
  expect(await run(`fetch --drive ${root} --json`)).toMatchObject({ exit: 0, stderr: "" });
});

test("request, scan and fetch name a server that is not the vendor's own, and no other", async () => {
  const { root } = await emptyStick();
  const at = (hosts: readonly string[]) => ({ ...later(), policy: { ...NO_POLICY, hosts } });
  const relay = at(["alas-relay.plant-4.example"]);
  const url = "https://alas-relay.plant-4.example/activate?siteid=ze-207";
  for (const line of [`request --drive ${root} --url ${url}`, `scan --drive ${root}`, `fetch --drive ${root}`]) {
    expect((await run(line, { context: relay })).stdout, line).toContain("Server: alas-relay.plant-4.example");
  }
  await run(`request --drive ${root} --url ${urlOf("ze-208")}`, { context: at([]) });
  expect((await run(`fetch --drive ${root}`, { context: at([]) })).stdout).not.toContain("Server:");
});

test("fetch: a request whose fetch was cut off is left alone, and that is said to both", async () => {
  const stick = await emptyStick();
  const { id, folder } = await request(stick, "ze-208");
  await put(stick, `KEYFERRY/${folder}/answer.json.part`, "");
  const { exit, stderr } = await run(`fetch --drive ${stick.root}`);
  expect({ exit, stderr }).toMatchObject({ exit: 0, stderr: expect.stringContaining(`--ticket ${id}`) });
  const { stdout } = await run(`fetch --drive ${stick.root} --json`);
  expect(JSON.parse(stdout)).toEqual({ ok: true, results: [], left: [{ ticketId: id, reason: "cut-off" }] });
});

test("fetch: a key from this computer, what support asks for, and what may have counted are told", async () => {
  const stick = await emptyStick();
  const home = await temporaryFolder();
  const context = {
    ...later(),
    ask: async () => ok({ ...ANSWER, bytes: new TextEncoder().encode("<html>") }),
    ...memoryAt(home),
  };
  await request(stick, "ze-208");
  const failed = await run(`fetch --drive ${stick.root}`, { context });
  expect(failed).toMatchObject({ exit: 6, stderr: expect.stringContaining("may have used an activation") });
  expect(failed.stderr).toContain(join(home, "answers"));
  const { id, folder } = await onlyRequest(stick);
  const named = `fetch --drive ${stick.root} --ticket ${id}`;
  await run(named, { context: { ...context, ask: async () => ok(ANSWER) } });
  await rm(join(stick.root, "KEYFERRY", folder, "answer.json"));
  const { exit, stdout } = await run(`fetch --drive ${stick.root} --json`, { context });
  expect(exit).toBe(0);
  expect(JSON.parse(stdout).results).toMatchObject([{ fromStore: true, warnings: ["key-from-this-computer"] }]);
});

test("scan: a stick that lacks what was written to another one is the wrong one", async () => {
  const { root } = await emptyStick();
  const another = { label: "KINGSTON", assetId: "ze-207", writtenAt: "2026-11-24T09:30:12+09:00" };
  const nothing = async () => undefined;
  const known = {
    remember: nothing,
    forget: nothing,
    findOnAnotherStick: async () => null,
    expectedStick: async () => another,
  };
  const context = { ...fakeContext(), ask: async () => ok(ANSWER), ...noMemory, known };
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

describe("while the site's policy cannot be used", () => {
  const policyProblem = {
    code: "policy-unusable",
    file: "/etc/keyferry/policy.json",
    fault: { type: "not-json" },
  } as const;

  test.each(["request --url https://alas.stratus.com/activate?siteid=ze-207", "scan", "fetch", "deliver --to out"])(
    "%s does nothing",
    async (command) => {
      const { root } = await emptyStick();
      const line = `${command} --drive ${root} --json`;
      const { exit, stdout } = await run(line, { policyProblem });
      expect(exit).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { ...policyProblem, remedy: expect.any(String) } });
      expect(await readdir(root)).toEqual([]);
    },
  );

  test.each(["drives", "explain 3.5", "help"])("%s is answered all the same", async (command) => {
    expect((await run(command, { policyProblem })).exit).toBe(0);
  });
});
