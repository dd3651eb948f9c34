import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { checkStick, makeStick, readStick, restoreStick } from "../../tools/lib/usb/stick.mjs";

const FOREIGN = { "orders/march.txt": "two pumps", "写真.jpg": "x".repeat(300_000) };
const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));
let reports: Awaited<ReturnType<typeof runInGuest>>;

beforeAll(async () => {
  const kingston = await makeStick(folder, { files: FOREIGN });
  const inspect = async () => {
    const { problems } = await checkStick(kingston);
    const files = Object.entries(await readStick(kingston)).map(([name, content]) => [name, content.length]);
    return { problems, files: Object.fromEntries(files) };
  };
  reports = await runInGuest("pull", {
    sticks: { kingston },
    answers: { restore: () => restoreStick(kingston), inspect },
    limitMs: 300_000,
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("pulled out right after a file was written", () => {
  // The first two prove that the machine loses what a person who pulls a stick loses.
  test.each([
    ["without a sync", undefined],
    ["synced, then renamed", 0], // FAT keeps the size beside the name: the new name has it only after another sync
    ["synced, renamed, synced again", 3_000],
    ["as the product does", 3_000],
  ])("%s: bytes on the medium: %s", (way, bytes) => {
    expect(reports.find((one) => one.way === way)?.medium.files["a.key"]).toBe(bytes);
  });
});

describe("pulled out in the middle", () => {
  const pulls = () => reports.filter((one) => one.written !== undefined);

  test("each pull came at another moment", () => {
    expect(new Set(pulls().map(({ written }) => written.length)).size).toBeGreaterThan(4);
  });

  test("what was said to be written is on the medium", () => {
    for (const { written, medium } of pulls()) {
      for (const name of written) expect(medium.files).toMatchObject({ [name]: 3_000 });
    }
  });

  test("foreign files and the file system are whole", () => {
    for (const { medium } of pulls()) {
      expect(medium.files).toMatchObject({ "orders/march.txt": 9, "写真.jpg": 300_000 });
      expect(medium.problems).toEqual([]);
    }
  });
});
