import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { thisComputer } from "../../../../main/drives/host-system.ts";
import { createMedia } from "../../../../main/drives/media.ts";
import { stickAtFolder } from "../../../../main/drives/stick-at-folder.ts";
import { saveRequest } from "../../../../main/steps/request.ts";
import { probeWrite } from "../../../../main/stick/probe-write.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { mountExfat, type TestStickOptions } from "../../../fixtures/exfat-stick.ts";
import { fakeWorld } from "../../../fixtures/host-system.ts";
import { onlyWhere } from "../../../fixtures/only-where.ts";
import { emptyStick, put, request, urlOf } from "../../../fixtures/stick-folder.ts";
import * as sample from "../../../gallery/samples.ts";

// The real tools on a real exFAT file system, where this machine can mount one.
const media = createMedia();

async function plugIn(options: TestStickOptions = {}) {
  const medium = await mountExfat(options);
  onTestFinished(() => medium.unmount());
  return { medium, stick: done(await stickAtFolder(medium.root)), real: medium.type === "exfat" };
}

const isMounted = async (root: string) => (await thisComputer.readText("/proc/self/mountinfo")).includes(` ${root} `);

describe("a stick on this computer", () => {
  test("is ejected: it is written, unmounted, and confirmed", async () => {
    const { medium, stick, real } = await plugIn();
    await request(stick);
    expect(await media.eject(stick)).toEqual(ok(undefined));
    if (real) expect(await isMounted(medium.root)).toBe(false);
  });

  test("is kept by a program that works in it, and that program is named", async (context) => {
    const { medium, stick, real } = await plugIn();
    onlyWhere(context, real, "no file system can be mounted here, and a folder is never busy");
    const sleeper = spawn("sleep", ["30"], { cwd: medium.root, stdio: "ignore" });
    await once(sleeper, "spawn");
    expect(await media.eject(stick)).toEqual(err({ code: "stick-eject-busy", by: ["sleep"] }));
    expect(await isMounted(medium.root), "it stays as it was").toBe(true);
    sleeper.kill();
    await once(sleeper, "exit");
    expect(await media.eject(stick)).toEqual(ok(undefined));
  });

  test("that was pulled is not ejected: another one may stand there", async () => {
    const { medium, stick } = await plugIn();
    await medium.pull();
    expect(await media.eject(stick)).toMatchObject({ error: { code: "stick-gone" } });
  });

  test("that is mounted read-only says so, and a write that failed has that reason", async (here) => {
    const { stick, real } = await plugIn({ readOnly: true });
    onlyWhere(here, real, "no file system can be mounted here, and root writes to any folder");
    expect(await media.whyReadOnly(stick)).toEqual({ code: "stick-read-only" });
    const context = { ...fakeContext(), whyUnwritable: media.whyUnwritable };
    const input = { pasted: urlOf("ze-207"), minimal: false, again: false };
    expect(await saveRequest(stick, input, context)).toEqual(err({ code: "stick-read-only" }));
  });

  test("that can be written gives no reason", async () => {
    const { stick } = await plugIn();
    expect(await media.whyReadOnly(stick)).toBeNull();
  });

  test("a write that failed on a stick which is gone by now says that it is gone", async () => {
    const { medium, stick } = await plugIn();
    await medium.pull();
    expect(await media.whyUnwritable(stick, { code: "stick-io-error", detail: "EIO" })).toEqual({ code: "stick-gone" });
  });

  test("one fault alone does not make it worn out", async () => {
    const { stick } = await plugIn();
    const fault = { code: "stick-io-error", detail: "EIO" } as const;
    expect(await media.whyUnwritable(stick, fault)).toEqual(fault);
  });
});

describe("the small write that tries a stick", () => {
  test.each([
    ["an empty stick", []],
    ["one that is ours", ["KEYFERRY/NEXT-STEP.txt"]],
    ["one on which a try was cut off", ["KEYFERRY/NEXT-STEP.txt", "KEYFERRY/NEXT-STEP.txt.part"]],
  ])("goes through on %s and leaves nothing", async (_, files) => {
    const stick = await emptyStick();
    for (const file of files) await put(stick, file, "ours");
    expect(await probeWrite(stick)).toBeNull();
    const left = files.filter((file) => !file.endsWith(".part"));
    const found = (await readdir(stick.root, { recursive: true })).filter((name) => name.includes("."));
    expect(found.sort()).toEqual(left);
    for (const file of left) expect(await readFile(join(stick.root, file), "utf8")).toBe("ours");
  });

  test("touches nothing that is not a file", async () => {
    const stick = await emptyStick();
    await put(stick, "KEYFERRY.part/photo.jpg", "theirs");
    expect(await probeWrite(stick)).toBeNull();
    expect(await readFile(join(stick.root, "KEYFERRY.part/photo.jpg"), "utf8")).toBe("theirs");
  });
});

describe("opening what is plugged in", () => {
  test("a drive that does not answer is asked for its lock, and nothing is mounted", async () => {
    const facts = JSON.stringify({
      diskReadOnly: null,
      partitionReadOnly: null,
      fileSystem: null,
      driveType: null,
      systemDrive: "C:",
      bitLocker: 6,
      denyUnprotected: [],
      denyAll: [],
    });
    const locked = createMedia(fakeWorld("win32", { tools: { "": { stdout: facts } } }));
    const drive = sample.unreadableStick;
    expect(await locked.mount({ drive, device: "\\\\.\\PHYSICALDRIVE1" })).toEqual(
      err({ code: "stick-bitlocker-locked" }),
    );
    const odd = createMedia(fakeWorld("win32", {}));
    expect(await odd.mount({ drive, device: "\\\\.\\PHYSICALDRIVE1" })).toEqual(err({ code: "stick-unreadable" }));
  });
});
