import { readdirSync, readlinkSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { screensFor } from "../../core/text/screens-for.ts";
import { mountExfat } from "../fixtures/exfat-stick.ts";
import { type KeyferryApp, openKeyferry } from "../fixtures/keyferry-app.ts";
import { type PracticeSite, startPracticeSite } from "../fixtures/practice-site.ts";

const QUIT_MS = 2_000;
const RELIST_MS = 11_000; // listed every 10 s where nothing comes or goes
const NAME = "Keyferry drive agent";

let site: PracticeSite;
let app: KeyferryApp;

test.beforeEach(async () => {
  site = await startPracticeSite();
  app = await openKeyferry(site);
});
test.afterEach(async () => {
  await app.close().catch(() => undefined); // closed by the test
  await site.close();
});

const processes = () =>
  app.application.evaluate(({ app: own }) => own.getAppMetrics().map(({ pid, name }) => ({ pid, name })));

/** The agent's process, once it runs; another one than `before`. */
async function agentPid(before?: number): Promise<number> {
  let pid: number | undefined;
  await expect
    .poll(async () => {
      pid = (await processes()).find((one) => one.name === NAME && one.pid !== before)?.pid;
      return pid;
    })
    .toBeGreaterThan(0);
  return pid ?? 0;
}

/** What the window is told when it asks, as it does at its start. */
const told = () =>
  app.page.evaluate(async () => {
    // The page's own bridge, which this file's types do not know.
    const { keyferry } = globalThis as unknown as {
      keyferry: { start(): Promise<{ value: { drives: { id: string }[]; drivesProblem: object | null } }> };
    };
    return (await keyferry.start()).value;
  });

const runs = (pid: number): boolean => {
  try {
    // One that has ended and was not asked for its end yet is a zombie: it holds nothing any more.
    return readlinkSync(`/proc/${pid}/exe`) !== "";
  } catch {
    return false;
  }
};

test("the drives are listed by a process of their own, and come back when it was killed", async () => {
  const first = await agentPid();
  await expect.poll(async () => (await told()).drives.length).toBeGreaterThan(0); // this computer's own disk
  const before = (await told()).drives;
  process.kill(first, "SIGKILL");
  const second = await agentPid(first);
  expect(runs(first)).toBe(false);
  await app.page.waitForTimeout(RELIST_MS);
  expect(await told()).toMatchObject({ drives: before.map(({ id }) => ({ id })), drivesProblem: null });
  expect(runs(second)).toBe(true);
});

test("a system that hangs over its drives is said, and so is that it does no more", async () => {
  const pid = await agentPid();
  await app.page.getByRole("button", { name: screensFor("en").computer.choose("A") }).click();
  process.kill(pid, "SIGSTOP");
  const note = app.page.getByText(explainProblem("en", { code: "drives-hang", ms: 5_000 }).message);
  await expect(note).toBeVisible({ timeout: 30_000 });
  await agentPid(pid);
  await expect(note).toBeHidden();
});

for (const state of ["at work", "stopped", "killed"]) {
  test(`the app quits within 2 s and leaves nothing running, its agent being ${state}`, async () => {
    const pid = await agentPid();
    const own = app.application.process().pid ?? 0;
    if (state === "stopped") process.kill(pid, "SIGSTOP");
    if (state === "killed") process.kill(pid, "SIGKILL");
    const begun = performance.now();
    await app.close();
    await expect.poll(() => runs(own), { intervals: [20] }).toBe(false);
    expect(performance.now() - begun).toBeLessThan(QUIT_MS);
    await expect.poll(() => runs(pid), { intervals: [20] }).toBe(false);
  });
}

test("the agent ends when the app was killed", async () => {
  await agentPid();
  const all = (await processes()).map(({ pid }) => pid);
  app.application.process().kill("SIGKILL");
  await expect.poll(() => all.filter(runs), { timeout: 10_000 }).toEqual([]);
});

test("no process keeps a file of the stick open after it was read", async () => {
  const stick = await mountExfat();
  try {
    await app.chooseFolder(stick.root);
    await app.page.getByRole("button", { name: screensFor("en").computer.choose("A") }).click();
    await app.page
      .getByRole("button", { name: screensFor("en").stick.chooseFolder })
      .first()
      .click();
    await expect(app.page.getByText(screensFor("en").stick.nothingOnIt)).toBeVisible();
    const open = (await processes()).flatMap(({ pid }) => openFiles(pid));
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((path) => path.startsWith(stick.root))).toEqual([]);
  } finally {
    await stick.unmount();
  }
});

/** Everything that a process has open, and where it stands (proc(5)). */
function openFiles(pid: number): string[] {
  return [`/proc/${pid}/cwd`, ...readdirSync(`/proc/${pid}/fd`).map((fd) => `/proc/${pid}/fd/${fd}`)].flatMap(
    (link) => {
      try {
        return [readlinkSync(link)];
      } catch {
        return []; // closed meanwhile
      }
    },
  );
}
