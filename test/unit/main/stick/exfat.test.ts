import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { stickAtFolder } from "../../../../main/drives/stick-at-folder.ts";
import { deliverKeys } from "../../../../main/steps/deliver.ts";
import { saveRequest } from "../../../../main/steps/request.ts";
import { readStick } from "../../../../main/stick/read-stick.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { mountExfat, type TestStickOptions } from "../../../fixtures/exfat-stick.ts";
import { onlyWhere } from "../../../fixtures/only-where.ts";
import { answer, onlyRequest, request, temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

const context = fakeContext();

async function plugIn(options: TestStickOptions = {}) {
  const medium = await mountExfat(options);
  onTestFinished(() => medium.unmount());
  return { medium, stick: done(await stickAtFolder(medium.root)) };
}

test("this machine has a real exFAT, or says that it has none", async () => {
  const { medium } = await plugIn();
  process.stderr.write(`sticks in these tests: ${medium.type}\n`);
  expect(["exfat", "folder"]).toContain(medium.type);
});

test("a whole trip on the stick's own file system, mounted anew at each computer", async () => {
  const { medium, stick } = await plugIn();
  const { id } = await request(stick);
  await medium.remount();
  const atA = done(await stickAtFolder(medium.root));
  await answer(atA, id);
  await medium.remount();
  const atB = done(await stickAtFolder(medium.root));
  const delivered = done(await deliverKeys(atB, { to: await temporaryFolder() }, context));
  expect(delivered.files).toHaveLength(1);
  expect(delivered.warnings).toEqual([]);
  expect(await onlyRequest(atB)).toMatchObject({ state: "delivered" });
});

test("a stick that a kiosk sealed still delivers, and refuses a new request", async (here) => {
  const { medium, stick } = await plugIn();
  const { id } = await request(stick);
  await answer(stick, id);
  await medium.remount({ readOnly: true });
  const sealed = done(await stickAtFolder(medium.root));
  const delivered = done(await deliverKeys(sealed, { to: await temporaryFolder() }, context));
  expect(delivered.files).toHaveLength(1);
  expect(delivered.warnings).toEqual(medium.type === "exfat" ? ["delivery-not-recorded"] : []);
  onlyWhere(here, medium.type === "exfat", "no file system can be mounted here, and root writes to any folder");
  const input = { pasted: urlOf("ze-208"), minimal: false, again: false };
  expect(await saveRequest(sealed, input, context)).toEqual({ ok: false, error: { code: "stick-read-only" } });
});

test("a full stick is said to be full, and keeps what it had", async () => {
  const { medium, stick } = await plugIn({ megabytes: 2 });
  const { folder } = await request(stick);
  if (medium.type === "exfat") await fill(join(medium.root, "holiday.jpg"));
  const input = { pasted: urlOf("ze-208"), minimal: false, again: false };
  const full = await saveRequest(stick, input, context);
  if (medium.type === "exfat")
    expect(full).toMatchObject({ error: { code: "stick-full", neededBytes: expect.any(Number) } });
  const { requests } = done(await readStick(stick)).contents;
  expect(requests.find((one) => one.folder === folder)?.state).toBe("requested");
});

test("a stick that is pulled is gone, for reading and for writing", async () => {
  const { medium, stick } = await plugIn();
  await request(stick);
  await medium.pull();
  expect(await readStick(stick)).toEqual({ ok: false, error: { code: "stick-gone" } });
  const input = { pasted: urlOf("ze-208"), minimal: false, again: false };
  expect(await saveRequest(stick, input, context)).toEqual({ ok: false, error: { code: "stick-gone" } });
});

async function fill(path: string): Promise<void> {
  const block = Buffer.alloc(64 * 1024);
  try {
    for (;;) await writeFile(path, block, { flag: "a" });
  } catch {
    // ENOSPC: that is what was wanted
  }
}
