import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readStick } from "../../../../main/stick/read-stick.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { IS_ROOT, onlyWhere } from "../../../fixtures/only-where.ts";
import { answer, emptyStick, onlyRequest, put, read, request, urlOf } from "../../../fixtures/stick-folder.ts";
import { threadMs } from "../../../fixtures/thread-time.ts";

const inFolder = (stick: Stick, folder: string, ...names: string[]) => join(stick.root, "KEYFERRY", folder, ...names);

test("an empty stick holds nothing", async () => {
  const { contents } = await read(await emptyStick());
  expect(contents).toEqual({ requests: [], byHand: { urls: [], keys: [] }, foreign: [] });
});

test("a new request is to be fetched", async () => {
  const stick = await emptyStick();
  const { id, folder } = await request(stick);
  expect(await onlyRequest(stick)).toMatchObject({ id, folder, assetId: "ze-207", state: "requested", next: "fetch" });
  expect((await read(stick)).open.get(id)?.url.text).toBe(urlOf("ze-207"));
});

test("an answer is to be delivered", async () => {
  const stick = await emptyStick();
  const { id } = await request(stick);
  await answer(stick, id);
  expect(await onlyRequest(stick)).toMatchObject({ state: "answered", next: "deliver", problems: [] });
});

type Harm = (stick: Stick, folder: string) => Promise<void>;
const overwrite =
  (name: string, content: string): Harm =>
  (stick, folder) =>
    put(stick, join("KEYFERRY", folder, name), content);

const harms: readonly [string, Harm, string][] = [
  ["the key lost a byte", overwrite("av_12345_A.key", "a key's byte"), "file-differs"],
  ["the key has other bytes of the same number", overwrite("av_12345_A.key", "A key's bytes"), "file-differs"],
  ["the key is gone", (stick, folder) => rm(inFolder(stick, folder, "av_12345_A.key")), "file-missing"],
  ["the key has 0 bytes", (stick, folder) => truncate(inFolder(stick, folder, "av_12345_A.key")), "file-differs"],
  ["the key is larger than any key", overwrite("av_12345_A.key", "x".repeat(2 ** 20 + 1)), "file-too-large"],
  ["the answer is no JSON", overwrite("answer.json", "{"), "record-damaged"],
  ["the answer is larger than any record", overwrite("answer.json", " ".repeat(65_537)), "file-too-large"],
  ["the URL was changed", overwrite("activation-url.txt", `${urlOf("ze-207")}x\r\n`), "file-differs"],
  [
    "the URL leads elsewhere",
    overwrite("activation-url.txt", "https://evil.example/?siteid=ze-207\r\n"),
    "file-differs",
  ],
  ["the ticket is gone", (stick, folder) => rm(inFolder(stick, folder, "ticket.json")), "file-missing"],
  [
    "the folder was renamed",
    (stick, folder) => rename(inFolder(stick, folder), inFolder(stick, "ze-207-0000000000")),
    "record-foreign",
  ],
  [
    "the key is a link",
    async (stick, folder) => {
      await rm(inFolder(stick, folder, "av_12345_A.key"));
      await symlink("/etc/hostname", inFolder(stick, folder, "av_12345_A.key"));
    },
    "file-unsafe",
  ],
  [
    "a record is a pipe, which would never end",
    async (stick, folder) => {
      await rm(inFolder(stick, folder, "answer.json"));
      execFileSync("mknod", [inFolder(stick, folder, "answer.json"), "p"]);
    },
    "file-unsafe",
  ],
];

test.each(harms)("says that %s, and does not hide the other request", (_, harm, code) => expectDamaged(harm, code));

test("says that a record is a device, and does not hide the other request", async (context) => {
  onlyWhere(context, IS_ROOT, "only root makes a device");
  await expectDamaged(async (stick, folder) => {
    await rm(inFolder(stick, folder, "answer.json"));
    execFileSync("mknod", [inFolder(stick, folder, "answer.json"), "c", "1", "5"]); // endless zeros
  }, "file-unsafe");
});

async function expectDamaged(harm: Harm, code: string): Promise<void> {
  const stick = await emptyStick();
  const { id, folder } = await request(stick);
  await answer(stick, id);
  const good = await request(stick, "ze-208");
  await harm(stick, folder);
  const { requests } = (await read(stick)).contents;
  const harmed = requests.find((one) => one.folder !== good.folder);
  expect(harmed?.state).toBe("damaged");
  expect(harmed?.problems.map((problem) => problem.code)).toContain(code);
  expect(requests.find((one) => one.folder === good.folder)?.state).toBe("requested");
}

test("a copied folder is not a second request", async () => {
  const stick = await emptyStick();
  const { id, folder } = await request(stick);
  await cp(inFolder(stick, folder), inFolder(stick, `copy-${id}`), { recursive: true });
  await answer(stick, id).catch(() => undefined);
  const { contents, open } = await read(stick);
  expect(contents.requests.map(({ state }) => state).sort()).toEqual(["answered", "damaged"].sort());
  expect(open.get(id)?.request.state).toBe("answered");
});

test("offers what people saved by hand, in the encodings of their editors", async () => {
  const stick = await emptyStick();
  await put(stick, "notes.txt", `次の URL です。\r\n${urlOf("ze-301")}\r\n`);
  await put(stick, "utf16.txt", Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(urlOf("ze-302"), "utf16le")]));
  await put(stick, "sjis.txt", Buffer.concat([Buffer.of(0x83, 0x65, 0x0d, 0x0a), Buffer.from(urlOf("ze-303"))]));
  await put(stick, "KEYFERRY/link.url", `[InternetShortcut]\r\nURL=${urlOf("ze-304")}\r\n`);
  await put(stick, "noextension", urlOf("ze-305"));
  await put(stick, "two.txt", `${urlOf("ze-306")}\n${urlOf("ze-307")}\n`);
  await put(stick, "long.txt", `${urlOf("ze-308")}\n${" ".repeat(65_536)}`);
  await put(stick, "av_1_A.key", "key");
  await put(stick, "KEYFERRY/av_2_A.key", "key 2");
  const { byHand, foreign } = (await read(stick)).contents;
  expect(byHand.urls.map(({ file, assetId }) => ({ file, assetId }))).toEqual([
    { file: "noextension", assetId: "ze-305" },
    { file: "notes.txt", assetId: "ze-301" },
    { file: "sjis.txt", assetId: "ze-303" },
    { file: "utf16.txt", assetId: "ze-302" },
    { file: "KEYFERRY/link.url", assetId: "ze-304" },
  ]);
  expect(byHand.keys).toEqual([
    { file: "av_1_A.key", bytes: 3 },
    { file: "KEYFERRY/av_2_A.key", bytes: 5 },
  ]);
  expect(foreign).toEqual([]);
});

test("a URL that is a request already is not offered a second time", async () => {
  const stick = await emptyStick();
  await put(stick, "notes.txt", urlOf("ze-207"));
  await request(stick);
  expect((await read(stick)).contents.byHand.urls).toEqual([]);
});

test("a key that a browser saved into the request's folder is offered", async () => {
  const stick = await emptyStick();
  const { folder } = await request(stick);
  await put(stick, `KEYFERRY/${folder}/av_9_A.key`, "by browser");
  expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete", next: "fetch-again-knowingly" });
  expect((await read(stick)).contents.byHand.keys).toEqual([{ file: `KEYFERRY/${folder}/av_9_A.key`, bytes: 10 }]);
});

test("names what does not belong there, and not what systems leave", async () => {
  const stick = await emptyStick();
  const { folder } = await request(stick);
  const theirs = ["autorun.inf", "setup.exe", ".hidden", "KEYFERRY/readme.pdf", `KEYFERRY/${folder}/run.bat`];
  const systems = [".DS_Store", "._x", "System Volume Information/x", "KEYFERRY/Thumbs.db", "holiday.jpg"];
  for (const path of [...theirs, ...systems]) await put(stick, path, "x");
  await mkdir(inFolder(stick, "photos"));
  await symlink("/etc", join(stick.root, "link"));
  const { foreign, requests } = (await read(stick)).contents;
  expect([...foreign].sort()).toEqual([...theirs, "KEYFERRY/photos", "link"].sort());
  expect(requests).toHaveLength(1);
});

test("says nothing of a folder that was made for a request and got none of its files", async () => {
  const stick = await emptyStick();
  await request(stick);
  await mkdir(join(stick.root, "KEYFERRY", "ze-207-3F9A2C7K1M"));
  const { foreign, requests } = (await read(stick)).contents;
  expect(foreign).toEqual([]);
  expect(requests).toHaveLength(1);
});

test.each([
  ["a link", (path: string, elsewhere: string) => symlink(elsewhere, path)],
  ["a file", (path: string) => writeFile(path, "x")],
])("does not follow a KEYFERRY that is %s", async (_, make) => {
  const elsewhere = await emptyStick();
  await request(elsewhere);
  const stick = await emptyStick();
  await make(join(stick.root, "KEYFERRY"), join(elsewhere.root, "KEYFERRY"));
  expect((await read(stick)).contents).toMatchObject({ requests: [], foreign: ["KEYFERRY"] });
});

test("a stick with 10,001 entries is read in time, up to the limit", async () => {
  const stick = await emptyStick();
  await request(stick);
  for (let i = 0; i <= 10_000; i += 1) await writeFile(join(stick.root, `photo-${i}.jpg`), "");
  const start = threadMs();
  expect((await read(stick)).contents.requests).toHaveLength(1);
  expect(threadMs() - start).toBeLessThan(2_000);
});

test("of more requests than anybody has, 5,000 are read, and that there are more is said", async () => {
  const stick = await emptyStick();
  for (let i = 0; i <= 5_000; i += 1)
    await put(stick, `KEYFERRY/ze-9-${String(i).padStart(10, "0")}/ticket.json`, "{}");
  const { requests, foreign } = (await read(stick)).contents;
  expect(requests).toHaveLength(5_000);
  expect(foreign).toEqual(["KEYFERRY/…"]);
});

test("a request's folder with thousands of files is bounded", async () => {
  const stick = await emptyStick();
  const { folder } = await request(stick);
  for (let i = 0; i < 2_000; i += 1) await writeFile(inFolder(stick, folder, `x${i}`), "");
  const { foreign } = (await read(stick)).contents;
  expect(foreign.length).toBeLessThanOrEqual(65);
  expect(foreign.at(-1)).toBe(`KEYFERRY/${folder}/…`);
  expect(await onlyRequest(stick)).toMatchObject({ state: "requested", problems: [] });
});

test("whatever bytes the files hold, the stick is read, and the good request beside them too", async () => {
  const stick = await emptyStick();
  const { id } = await request(stick);
  const name = fc.constantFrom("ticket.json", "answer.json", "activation-url.txt", "av_1_A.key", "x.key.part");
  const bytes = fc.uint8Array({ maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(name, name, bytes, bytes, async (one, other, first, second) => {
      await put(stick, `KEYFERRY/ze-666-0000000000/${one}`, first);
      await put(stick, `KEYFERRY/ze-666-0000000000/${other}`, second);
      await put(stick, "KEYFERRY/notes.txt", second);
      expect((await read(stick)).open.get(id)?.request.state).toBe("requested");
    }),
    { numRuns: 100 },
  );
});

test("a record by a newer Keyferry asks for the update", async () => {
  const stick = await emptyStick();
  const { folder } = await request(stick);
  const path = inFolder(stick, folder, "ticket.json");
  await writeFile(path, (await readFile(path, "utf8")).replace('"version": 1', '"version": 2'));
  expect(await onlyRequest(stick)).toMatchObject({ state: "newer", next: "update" });
});

test("a stick that was pulled is gone", async () => {
  const stick = await emptyStick();
  await rm(stick.root, { recursive: true });
  expect(await readStick(stick)).toEqual({ ok: false, error: { code: "stick-gone" } });
});

test("another folder in the stick's place is not the stick", async () => {
  const [stick, other] = [await emptyStick(), await emptyStick()];
  await rename(stick.root, `${other.root}/old`);
  await rename(other.root, stick.root);
  expect(await readStick(stick)).toEqual({ ok: false, error: { code: "stick-changed" } });
});
