import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type RequestInput, saveRequest } from "../../../../main/steps/request.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { emptyStick, onlyRequest, put, read, urlOf } from "../../../fixtures/stick-folder.ts";

const ask = (more: Partial<RequestInput> = {}): RequestInput => ({
  pasted: urlOf("ze-207"),
  minimal: false,
  again: false,
  ...more,
});

test("writes the URL byte for byte, the record, and what comes next", async () => {
  const stick = await emptyStick();
  const made = done(await saveRequest(stick, ask({ note: "work order 4711" }), fakeContext()));
  expect(made).toMatchObject({ ticket: { assetId: "ze-207" }, trimmed: [], warnings: [], verified: true });
  expect(made.ticket.folder).toBe(`ze-207-${made.ticket.id}`);
  const folder = join(stick.root, "KEYFERRY", made.ticket.folder);
  expect((await readdir(folder)).sort()).toEqual(["activation-url.txt", "ticket.json"]);
  expect(await readFile(join(folder, "activation-url.txt"), "latin1")).toBe(`${urlOf("ze-207")}\r\n`);
  expect(JSON.parse(await readFile(join(folder, "ticket.json"), "utf8"))).toMatchObject({
    id: made.ticket.id,
    url: { bytes: urlOf("ze-207").length },
    from: { computer: "PLANT-4-HMI", app: "1.0.0" },
    note: "work order 4711",
    createdAt: expect.stringMatching(/^2026-11-2\dT\d\d:\d\d:00[+-]\d\d:\d\d$/),
  });
  expect(await readFile(join(stick.root, "KEYFERRY", "NEXT-STEP.txt"), "utf8")).toContain(made.ticket.folder);
});

test("says what was trimmed", async () => {
  const pasted = `Link: “${urlOf("ze-207")}”`;
  const made = done(await saveRequest(await emptyStick(), ask({ pasted }), fakeContext()));
  expect(made.trimmed).toContain("quotes");
});

test("a minimal request names neither computer nor person", async () => {
  const stick = await emptyStick();
  const { ticket } = done(await saveRequest(stick, ask({ minimal: true, note: "for Ms. N." }), fakeContext()));
  const record = JSON.parse(await readFile(join(stick.root, "KEYFERRY", ticket.folder, "ticket.json"), "utf8"));
  expect(record).not.toHaveProperty("from");
  expect(record).not.toHaveProperty("note");
});

test("the same URL is not requested twice, unless it is meant", async () => {
  const stick = await emptyStick();
  const context = fakeContext();
  const { ticket } = done(await saveRequest(stick, ask(), context));
  const error = { code: "already-requested", ticket: ticket.id };
  expect(await saveRequest(stick, ask({ pasted: `<${urlOf("ze-207")}>` }), context)).toEqual({ ok: false, error });
  expect((await saveRequest(stick, ask({ again: true }), context)).ok).toBe(true);
  expect((await read(stick)).contents.requests).toHaveLength(2);
});

test("an asset ID that the URL does not tell is a warning, unless it is typed", async () => {
  const pasted = "https://alas.stratus.com/activate?token=abc";
  const unknown = done(await saveRequest(await emptyStick(), ask({ pasted }), fakeContext()));
  expect(unknown).toMatchObject({ ticket: { assetId: null }, warnings: ["asset-id-unknown"] });
  expect(unknown.ticket.folder).toMatch(/^system-/);
  const stick = await emptyStick();
  const typed = done(await saveRequest(stick, ask({ pasted, assetId: "ｚｅ－２０７" }), fakeContext()));
  expect(typed).toMatchObject({ ticket: { assetId: "ze-207" }, warnings: [] });
  expect(await onlyRequest(stick)).toMatchObject({ assetId: "ze-207", state: "requested" });
});

test.each<[string, Partial<RequestInput>, string]>([
  ["the link's words", { pasted: "ライセンスのアクティベーション" }, "url-link-text"],
  ["another host", { pasted: "https://alas.stratus.com.evil.example/?siteid=1" }, "url-wrong-host"],
  [
    "a blank asset ID, which ALAS would refuse with 3.2",
    { pasted: "https://alas.stratus.com/a?siteid=" },
    "asset-id-blank",
  ],
  ["another system than the masthead's", { assetId: "ze-208" }, "asset-id-mismatch"],
  ["a typed asset ID that is none", { assetId: "!" }, "asset-id-invalid"],
  ["a note that no record takes", { note: "x".repeat(1001) }, "usage"],
])("refuses %s, and writes nothing", async (_, more, code) => {
  const stick = await emptyStick();
  expect(await saveRequest(stick, ask(more), fakeContext())).toMatchObject({ ok: false, error: { code } });
  expect(await readdir(stick.root)).toEqual([]);
});

describe("a link that is saved again after a pull", () => {
  const line = `${urlOf("ze-207")}\r\n`;
  const left = async (stick: Stick, folder: string, files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) await put(stick, `KEYFERRY/${folder}/${name}`, text);
  };
  const folders = async (stick: Stick) => (await read(stick)).contents.requests.map(({ folder }) => folder);

  test.each<[string, Record<string, string>]>([
    ["half a link", { "activation-url.txt.part": "" }],
    ["a link with 0 bytes", { "activation-url.txt": "" }],
    ["a link without its record", { "activation-url.txt": line }],
    ["a link with half a record", { "activation-url.txt": line, "ticket.json.part": "" }],
    ["a link with a record of 0 bytes", { "activation-url.txt": line, "ticket.json": "" }],
  ])("takes the place of %s", async (_, files) => {
    const stick = await emptyStick();
    await left(stick, "ze-207-3F9A2C7K1M", files);
    expect(await onlyRequest(stick)).toMatchObject({ problems: [{ code: "request-unfinished" }] });
    const { ticket } = done(await saveRequest(stick, ask(), fakeContext()));
    expect(await folders(stick)).toEqual([ticket.folder]);
    expect((await readdir(join(stick.root, "KEYFERRY"))).sort()).toEqual(["NEXT-STEP.txt", ticket.folder]);
  });

  test.each<[string, string, Record<string, string>]>([
    ["another link", "ze-207-3F9A2C7K1M", { "activation-url.txt": `${urlOf("ze-2070")}\r\n` }],
    ["another system's half link", "ze-208-3F9A2C7K1M", { "activation-url.txt": "" }],
    ["somebody's file beside it", "ze-207-3F9A2C7K1M", { "activation-url.txt": line, "notes.txt": "mine" }],
    ["a key beside it", "ze-207-3F9A2C7K1M", { "activation-url.txt": line, "av_1_A.key": "k" }],
    ["the marker of a fetch beside it", "ze-207-3F9A2C7K1M", { "activation-url.txt": line, "answer.json.part": "" }],
  ])("leaves %s as it is", async (_, folder, files) => {
    const stick = await emptyStick();
    await left(stick, folder, files);
    done(await saveRequest(stick, ask(), fakeContext()));
    const path = join(stick.root, "KEYFERRY", folder);
    const texts = (await readdir(path)).map(async (name) => [name, await readFile(join(path, name), "utf8")]);
    expect(Object.fromEntries(await Promise.all(texts))).toEqual(files);
  });

  test.each([
    ["removes an empty folder of the same system", "ze-207-3F9A2C7K1M", false],
    ["leaves an empty folder of another system", "ze-208-3F9A2C7K1M", true],
  ])("%s", async (_, folder, stays) => {
    const stick = await emptyStick();
    await mkdir(join(stick.root, "KEYFERRY", folder), { recursive: true });
    done(await saveRequest(stick, ask(), fakeContext()));
    expect((await readdir(join(stick.root, "KEYFERRY"))).includes(folder)).toBe(stays);
  });

  test("NEXT-STEP.txt says of a link that is not finished that it is to be saved again", async () => {
    const stick = await emptyStick();
    await left(stick, "ze-300-3F9A2C7K1M", { "activation-url.txt": "" });
    done(await saveRequest(stick, ask(), fakeContext()));
    const text = await readFile(join(stick.root, "KEYFERRY", "NEXT-STEP.txt"), "utf8");
    expect(text).toContain("not finished: save the link again | ze-300-3F9A2C7K1M");
    expect(text).not.toContain("damaged");
  });
});

test("a NEXT-STEP.txt that cannot be written is a notice", async () => {
  const stick = await emptyStick();
  await put(stick, "KEYFERRY/NEXT-STEP.txt/in the way", "x");
  expect(done(await saveRequest(stick, ask(), fakeContext())).warnings).toEqual(["next-step-not-written"]);
});
