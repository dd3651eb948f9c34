import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { checkStick, makeStick } from "../../tools/lib/usb/stick.mjs";

const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));
const fileSystems = ["fat32", "exfat", "ntfs"] as const;
let reports: Awaited<ReturnType<typeof runInGuest>>;

beforeAll(async () => {
  const made = fileSystems.map(async (fileSystem) => {
    const stick = await makeStick(folder, { fileSystem, label: fileSystem.toUpperCase() });
    expect((await checkStick(stick)).problems).toEqual([]);
    return [fileSystem, stick] as const;
  });
  reports = await runInGuest("file-systems", { sticks: Object.fromEntries(await Promise.all(made)), limitMs: 600_000 });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(fileSystems)("a stick with %s", (fileSystem) => {
  const found = () => reports.find((one) => one.fileSystem === fileSystem);

  test("has what was written before it was pulled out", ({ task }) => {
    const measured = `${found()?.bytes} of 3000 bytes`;
    task.meta.figure = {
      what: `${fileSystem}: written, pulled, plugged in again`,
      measured,
      goal: "3000 of 3000 bytes",
    };
    expect(found()).toMatchObject({ written: "written", bytes: 3_000 });
  });

  test("is known to be locked when its switch says so", () => {
    expect(found()).toMatchObject({ locked: "stick-read-only" });
  });
});
