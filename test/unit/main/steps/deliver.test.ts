import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type DeliverInput, deliverKeys } from "../../../../main/steps/deliver.ts";
import { saveRequest } from "../../../../main/steps/request.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { failAt } from "../../../fixtures/harmed-medium.ts";
import {
  answer,
  emptyStick,
  onlyRequest,
  put,
  read,
  request,
  temporaryFolder,
} from "../../../fixtures/stick-folder.ts";

const context = fakeContext();
const deliver = (stick: Stick, to: string, more: Partial<DeliverInput> = {}) =>
  deliverKeys(stick, { to, ...more }, context);

async function answeredStick(...assetIds: readonly string[]) {
  const stick = await emptyStick();
  const made = [];
  for (const assetId of assetIds) {
    const one = await request(stick, assetId);
    await answer(stick, one.id, { bytes: Buffer.from(`key of ${assetId}`) });
    made.push(one);
  }
  return { stick, made, to: join(await temporaryFolder(), "for", "upload") };
}

test("copies the key, makes the folder for it, and notes the delivery on the stick", async () => {
  const { stick, made, to } = await answeredStick("ze-207");
  const { files, warnings } = done(await deliver(stick, to));
  expect(files).toMatchObject([{ ticketId: made[0]?.id, path: join(to, "av_12345_A.key"), bytes: 13 }]);
  expect(warnings).toEqual([]);
  expect(await readFile(join(to, "av_12345_A.key"), "utf8")).toBe("key of ze-207");
  expect(await onlyRequest(stick)).toMatchObject({ state: "delivered", deliveredAt: expect.any(String) });
  expect(await readFile(join(stick.root, "KEYFERRY", "NEXT-STEP.txt"), "utf8")).toContain("コピー済み");
});

test("keeps what is in the folder already, and numbers the new key", async () => {
  const { stick, to } = await answeredStick("ze-207");
  done(await deliver(stick, to));
  const again = done(await deliver(stick, to));
  expect(again.files[0]?.path).toBe(join(to, "av_12345_copy2_A.key"));
  expect(again.warnings).toEqual([]);
  done(await deliver(stick, to));
  const copies = ["av_12345_A.key", "av_12345_copy2_A.key", "av_12345_copy3_A.key"];
  expect((await readdir(to)).sort()).toEqual(copies);
  expect(await onlyRequest(stick)).toMatchObject({ state: "delivered", problems: [] });
});

test("several systems in one trip, or only the named one", async () => {
  const { stick, made, to } = await answeredStick("ze-207", "ze-208");
  const second = made[1];
  if (!second) throw new Error("two were made");
  const one = done(await deliver(stick, to, { tickets: [second.id] }));
  expect(one.files.map(({ ticketId }) => ticketId)).toEqual([second.id]);
  expect(await readFile(join(to, "av_12345_A.key"), "utf8")).toBe("key of ze-208");
  expect(done(await deliver(stick, to)).files).toHaveLength(2);
});

test.each(["ze-207", "ZE-207", " ｚｅ－２０７ "])("a key for this system (%s) is delivered", async (assetId) => {
  const { stick, to } = await answeredStick("ze-207");
  expect(done(await deliver(stick, to, { assetId })).files).toHaveLength(1);
});

test("a key for another system is not", async () => {
  const { stick, to } = await answeredStick("ze-207");
  const error = { code: "wrong-system", expected: "ze-208", found: "ze-207" };
  expect(await deliver(stick, to, { assetId: "ze-208" })).toEqual({ ok: false, error });
  await expect(readdir(to)).rejects.toThrow();
});

test("an asset ID that a key cannot be compared with is not passed over", async () => {
  const stick = await emptyStick();
  const to = await temporaryFolder();
  const pasted = "https://alas.stratus.com/act?k=7";
  const { ticket } = done(await saveRequest(stick, { pasted, minimal: false, again: false }, context));
  await answer(stick, ticket.id);
  await put(stick, "av_1_A.key", "a key");
  const byHand = { byHand: "av_1_A.key" };

  expect(done(await deliver(stick, to)).warnings).toEqual([]);
  expect(done(await deliver(stick, to, { assetId: "ze-207" })).warnings).toEqual(["asset-id-not-compared"]);
  const warnings = ["asset-id-not-compared", "key-without-record"];
  expect(done(await deliver(stick, to, { ...byHand, assetId: "ze-207" })).warnings).toEqual(warnings);
  const error = { code: "asset-id-invalid", text: "***" };
  expect(await deliver(stick, to, { ...byHand, assetId: "***" })).toEqual({ ok: false, error });
});

test.each([
  ["changed", (path: string) => writeFile(path, "key of ze-20x"), "file-differs"],
  ["cut", (path: string) => writeFile(path, ""), "file-differs"],
  ["gone", (path: string) => rm(path), "file-missing"],
])("one key that is %s, and none is copied", async (_, harm, code) => {
  const { stick, made, to } = await answeredStick("ze-207", "ze-208");
  await harm(join(stick.root, "KEYFERRY", made[0]?.folder ?? "", "av_12345_A.key"));
  expect(await deliver(stick, to)).toMatchObject({ ok: false, error: { code } });
  await expect(readdir(to)).rejects.toThrow();
});

test("a torn record of an earlier delivery does not stand in the way", async () => {
  const { stick, made, to } = await answeredStick("ze-207");
  await put(stick, `KEYFERRY/${made[0]?.folder}/delivery.json`, "{");
  expect(done(await deliver(stick, to)).files).toHaveLength(1);
  expect(await onlyRequest(stick)).toMatchObject({ state: "delivered" });
});

test("one delivery that cannot be recorded does not keep the others from being recorded", async () => {
  const { stick, made, to } = await answeredStick("ze-207", "ze-208");
  await mkdir(join(stick.root, "KEYFERRY", made[0]?.folder ?? "", "delivery.json"));
  const { files, warnings } = done(await deliver(stick, to));
  expect(files).toHaveLength(2);
  expect(warnings).toEqual(["delivery-not-recorded"]);
  const { requests } = (await read(stick)).contents;
  expect(requests.find(({ id }) => id === made[1]?.id)).toMatchObject({ state: "delivered" });
});

test("says what there is instead of a key", async () => {
  const stick = await emptyStick();
  const to = await temporaryFolder();
  const nothing = { ok: false, error: { code: "nothing-to-deliver" } };
  expect(await deliver(stick, to)).toEqual(nothing);
  const { id, folder } = await request(stick);
  expect(await deliver(stick, to)).toEqual(nothing);
  expect(await deliver(stick, to, { tickets: [id] })).toEqual(nothing);
  await put(stick, `KEYFERRY/${folder}/answer.json`, "{");
  expect(await deliver(stick, to)).toMatchObject({ error: { code: "record-damaged" } });
});

test("a refusal is nothing to deliver", async () => {
  const stick = await emptyStick();
  const { id } = await request(stick);
  await answer(stick, id, { refusal: { code: "3.5", name: "ALAS_NO_MORE_ACTIVATION" } });
  expect(await deliver(stick, await temporaryFolder())).toMatchObject({ error: { code: "nothing-to-deliver" } });
});

test("a ticket that is not on the stick is unknown", async () => {
  const [{ stick, to }, other] = [await answeredStick("ze-207"), await answeredStick("ze-209", "ze-210")];
  const ticket = other.made[1]?.id;
  if (!ticket) throw new Error("two were made");
  expect(await deliver(stick, to, { tickets: [ticket] })).toEqual({
    ok: false,
    error: { code: "unknown-ticket", ticket },
  });
});

test("warns of a key whose name is not an activated one's", async () => {
  const stick = await emptyStick();
  const { id } = await request(stick);
  await answer(stick, id, { name: "av_12345.key" });
  expect(done(await deliver(stick, await temporaryFolder())).warnings).toEqual(["key-name-without-a"]);
});

test.each([
  ["has 0 bytes", (path: string) => writeFile(path, "")],
  [
    "lost a letter of its host",
    async (path: string) => writeFile(path, (await readFile(path, "utf8")).replace("a", "")),
  ],
  ["is gone", (path: string) => rm(path)],
])("a whole key is delivered though the URL's file %s", async (_, harm) => {
  const { stick, made, to } = await answeredStick("ze-207", "ze-208");
  await harm(join(stick.root, "KEYFERRY", made[0]?.folder ?? "", "activation-url.txt"));
  expect(done(await deliver(stick, to)).files.map(({ ticketId }) => ticketId)).toEqual(made.map(({ id }) => id));
});

test("a URL's file that was harmed before the fetch is a matter of the stick's integrity", async () => {
  const stick = await emptyStick();
  const { id, folder } = await request(stick);
  await put(stick, `KEYFERRY/${folder}/activation-url.txt`, "");
  const error = { code: "file-differs", file: "activation-url.txt" };
  expect(await deliver(stick, await temporaryFolder(), { tickets: [id] })).toEqual({ ok: false, error });
});

test("what others began in the folder is neither replaced nor removed", async () => {
  const { stick, to } = await answeredStick("ze-207");
  await mkdir(to, { recursive: true });
  await writeFile(join(to, "av_12345_A.key.part"), "theirs");
  expect(done(await deliver(stick, to)).files).toHaveLength(1);
  expect((await readdir(to)).sort()).toEqual(["av_12345_A.key", "av_12345_A.key.part"]);
  expect(await readFile(join(to, "av_12345_A.key.part"), "utf8")).toBe("theirs");
});

test("a file that appears in the folder meanwhile is kept, and the key gets the next name", async () => {
  const { stick, to } = await answeredStick("ze-207");
  await mkdir(to, { recursive: true });
  await writeFile(join(to, "av_12345_A.key"), "theirs");
  failAt("lstat", join(to, "av_12345_A.key"), "ENOENT"); // a look finds nothing there
  expect(done(await deliver(stick, to)).files).toMatchObject([{ path: join(to, "av_12345_copy2_A.key"), bytes: 13 }]);
  expect(await readFile(join(to, "av_12345_A.key"), "utf8")).toBe("theirs");
  expect((await readdir(to)).sort()).toEqual(["av_12345_A.key", "av_12345_copy2_A.key"]);
});

test("a folder on FAT, which has no hard links, takes the key in the same way", async () => {
  const { stick, to } = await answeredStick("ze-207");
  await mkdir(to, { recursive: true });
  await writeFile(join(to, "av_12345_A.key"), "theirs");
  failAt("link", join(to, "av_12345_A.key.part"), "EPERM");
  const path = join(to, "av_12345_copy2_A.key");
  expect(done(await deliver(stick, to)).files).toMatchObject([{ path, bytes: 13 }]);
  expect(await readFile(path, "utf8")).toBe("key of ze-207");
  expect(await readFile(join(to, "av_12345_A.key"), "utf8")).toBe("theirs");
  expect((await readdir(to)).sort()).toEqual(["av_12345_A.key", "av_12345_copy2_A.key"]);
});

test("a target that is a file cannot be written to", async () => {
  const { stick } = await answeredStick("ze-207");
  const to = join(await temporaryFolder(), "file");
  await writeFile(to, "");
  expect(await deliver(stick, to)).toMatchObject({ ok: false, error: { code: "target-unwritable" } });
});

test("delivers a key that a browser saved, with a warning", async () => {
  const stick = await emptyStick();
  await put(stick, "av_1_A.key", "a key");
  const to = await temporaryFolder();
  const { files, warnings } = done(await deliver(stick, to, { byHand: "av_1_A.key" }));
  expect(files).toMatchObject([{ ticketId: null, path: join(to, "av_1_A.key"), bytes: 5 }]);
  expect(warnings).toEqual(["key-without-record"]);
});

test.each([
  ["a login page that was saved as a key", "av_1_A.key", "<!DOCTYPE html><title>Sign in</title>", "file-not-a-key"],
  ["an error page with a code", "av_1_A.key", "<html>ALAS_NO_MORE_ACTIVATION 3.5</html>", "alas-refused"],
  ["a key with 0 bytes", "av_1_A.key", "", "file-not-a-key"],
])("does not deliver %s", async (_, name, content, code) => {
  const stick = await emptyStick();
  await put(stick, name, content);
  const to = await temporaryFolder();
  expect(await deliver(stick, to, { byHand: name })).toMatchObject({ ok: false, error: { code } });
  expect(await readdir(to)).toEqual([]);
});

test.each(["nothing.key", "../outside.key", "/etc/passwd", "KEYFERRY/../../outside.key", ""])(
  "opens nothing but what a scan found: %j",
  async (byHand) => {
    const stick = await emptyStick();
    await put(stick, "av_1_A.key", "a key");
    const refused = await deliver(stick, await temporaryFolder(), { byHand });
    expect(refused).toEqual({ ok: false, error: { code: "by-hand-unusable", file: byHand } });
  },
);

test("a delivery leaves the stick readable as before", async () => {
  const { stick, to } = await answeredStick("ze-207");
  await deliver(stick, to);
  expect((await read(stick)).contents.foreign).toEqual([]);
});
