import type { ChildProcess } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { createDriveAgent, type DriveAgent } from "../../../../main/drives/drive-agent.ts";
import { createDrives } from "../../../../main/drives/drives.ts";
import { readStick } from "../../../../main/stick/read-stick.ts";
import { builtAgent } from "../../../fixtures/agent/built-agent.ts";
import { nodeAgent } from "../../../fixtures/agent/node-agent.ts";
import { done } from "../../../fixtures/done.ts";
import { request, temporaryFolder } from "../../../fixtures/stick-folder.ts";

// The real agent in a process of its own, as a plain Node child: as native code goes, so do processes.

let odd: string;
let real: string;

beforeAll(async () => {
  [odd, real] = await Promise.all([
    builtAgent("test/fixtures/agent/odd-agent.ts"),
    builtAgent("main/drives/agent/start-agent.ts"),
  ]);
});
afterAll(async () => {
  await Promise.all([odd, real].map((file) => rm(dirname(file), { recursive: true })));
});

interface Started {
  readonly agent: DriveAgent;
  readonly children: readonly ChildProcess[];
}

function startOdd(mode: string, mark = ""): Started {
  const children: ChildProcess[] = [];
  const agent = createDriveAgent(nodeAgent(odd, [mode, mark], (child) => children.push(child)));
  onTestFinished(agent.close);
  return { agent, children };
}

const isOver = (child: ChildProcess | undefined) => child?.exitCode !== null || child.signalCode !== null;

describe("a question", () => {
  test("starts the process that answers it, once", async () => {
    const { agent, children } = startOdd("steady");
    expect(children).toHaveLength(0);
    const devices = ok([{ device: "/dev/sdb" }]);
    expect(await Promise.all([agent.list(), agent.list()])).toEqual([devices, devices]);
    expect(await agent.list()).toEqual(devices);
    expect(children).toHaveLength(1);
  });

  test("is answered by the next process when one died over it", async () => {
    const { agent, children } = startOdd("crash-once", join(await temporaryFolder(), "crashed"));
    expect(await agent.list()).toEqual(ok([{ device: "/dev/sdb" }]));
    expect(children).toHaveLength(2);
  });

  test.each(["crash", "garbage"])("that is a death to each process (%s) is given up, and said", async (mode) => {
    const { agent, children } = startOdd(mode);
    expect(await agent.list()).toMatchObject({ error: { code: "drives-unavailable", detail: expect.any(String) } });
    expect(children).toHaveLength(3);
  });

  test.each(["waits", "hang"])("without an answer (%s) is given up after 5 s, and its process killed", async (mode) => {
    const { agent, children } = startOdd(mode);
    const begun = performance.now();
    expect(await agent.list()).toEqual(err({ code: "drives-hang", ms: 5_000 }));
    expect(performance.now() - begun).toBeLessThan(10_000);
    await vi.waitFor(() => expect(children[0]?.signalCode).toBe("SIGKILL"));
  });

  test("that the system takes its time over is waited for", async () => {
    expect(await startOdd("slow").agent.list()).toEqual(ok([{ device: "/dev/slow" }]));
  });

  test("that the system refuses is no fault of the process", async () => {
    const { agent, children } = startOdd("fails");
    expect(await agent.list()).toEqual(err({ code: "drives-unavailable", detail: "no lsblk" }));
    await agent.list();
    expect(children).toHaveLength(1);
  });

  test("to a process that cannot even be started is given up, and said", async () => {
    const agent = createDriveAgent(() => {
      throw new Error("ENOENT");
    });
    onTestFinished(agent.close);
    expect(await agent.list()).toEqual(err({ code: "drives-unavailable", detail: "ENOENT" }));
  });
});

describe("the signal", () => {
  test("comes through, and not to who stopped listening", async () => {
    const { agent } = startOdd("steady");
    const listener = vi.fn();
    const forget = agent.onSignal(listener);
    await vi.waitFor(() => expect(listener.mock.calls.length).toBeGreaterThan(2), 5_000);
    forget();
    const calls = listener.mock.calls.length;
    await wait(200);
    expect(listener.mock.calls.length).toBe(calls);
  });

  test("is done without where usb-detection kills the process: the drives are listed all the same", async () => {
    const { agent } = startOdd("watch-crash");
    agent.onSignal(() => undefined);
    await vi.waitFor(async () => expect(await agent.list()).toEqual(ok([{ device: "/dev/sdb" }])), 10_000);
    expect(await agent.list()).toEqual(ok([{ device: "/dev/sdb" }]));
  });

  test("is done without where usb-detection does not load", async () => {
    const { agent, children } = startOdd("fails");
    agent.onSignal(() => undefined);
    await agent.list();
    await wait(300);
    expect(children).toHaveLength(1);
  });

  test("comes back with a new process when somebody killed the old one", async () => {
    const { agent, children } = startOdd("steady");
    const listener = vi.fn();
    agent.onSignal(listener);
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), 5_000);
    children[0]?.kill("SIGKILL");
    await vi.waitFor(() => expect(children).toHaveLength(2), 5_000);
    listener.mockClear();
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), 5_000);
  });
});

describe("the end", () => {
  test.each(["steady", "hang", "waits"])("takes no time, whatever the process does (%s)", async (mode) => {
    const { agent, children } = startOdd(mode);
    agent.onSignal(() => undefined);
    const asked = agent.list();
    await wait(500);
    const begun = performance.now();
    agent.close();
    await asked; // answered before, or given up now
    expect(await agent.list()).toMatchObject({ error: { detail: "closed" } });
    await vi.waitFor(() => expect(children.every(isOver)).toBe(true), 2_000);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test("also of a process that is stopped", async () => {
    const { agent, children } = startOdd("steady");
    await agent.list();
    children[0]?.kill("SIGSTOP");
    agent.close();
    await vi.waitFor(() => expect(isOver(children[0])).toBe(true), 2_000);
  });

  test("of who started it is its own", async () => {
    const { agent, children } = startOdd("steady");
    await agent.list();
    children[0]?.disconnect();
    await vi.waitFor(() => expect(children[0]?.signalCode).toBe("SIGKILL"), 3_000);
  });
});

test("neither the agent nor the app keeps anything of a stick open after listings and scans", async () => {
  const children: ChildProcess[] = [];
  const agent = createDriveAgent(nodeAgent(real, [], (child) => children.push(child)));
  onTestFinished(agent.close);
  const root = await temporaryFolder();
  const drives = createDrives({ agent });
  const { id } = done(await drives.addFolder(root));
  const stick = drives.resolve(id);
  if (!stick) throw new Error("it was just added");
  await request(stick);
  for (let round = 0; round < 5; round += 1) {
    done(await drives.list());
    done(await readStick(stick));
  }
  const pids = [process.pid, ...children.map(({ pid }) => pid)];
  expect(pids).toHaveLength(2);
  const open = pids.flatMap((pid) => openFiles(pid));
  expect(open).toContain("/dev/null");
  expect(open.filter((path) => path.startsWith(root))).toEqual([]);
});

/** Everything that a process has open, and where it stands (proc(5)). */
function openFiles(pid: number | undefined): readonly string[] {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => `/proc/${pid}/fd/${fd}`);
  return [`/proc/${pid}/cwd`, ...links].flatMap((link) => {
    try {
      return [readlinkSync(link)];
    } catch {
      return []; // closed meanwhile
    }
  });
}

test("the product's own agent lists this computer's disk, and ends when it is told to", async () => {
  const children: ChildProcess[] = [];
  const agent = createDriveAgent(nodeAgent(real, [], (child) => children.push(child)));
  onTestFinished(agent.close);
  agent.onSignal(() => undefined); // with usb-detection at work, where it loads
  const listed = await agent.list();
  expect(listed).toMatchObject({
    ok: true,
    value: expect.arrayContaining([expect.objectContaining({ device: expect.any(String) })]),
  });
  agent.close();
  await vi.waitFor(() => expect(children.every(isOver)).toBe(true), 2_000);
});
