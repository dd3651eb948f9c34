import { expect, test } from "vitest";
import { droppedText, linksOf } from "../../../renderer/parts/dropped-text.ts";

const URL_TEXT = "https://alas.stratus.com/activate?siteid=ze-207";
const utf16 = (text: string, mark: readonly number[]) =>
  new Uint8Array([...mark, ...[...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8])]);

const drop = (...files: readonly File[]) =>
  droppedText({ files: { item: (index: number) => files[index] ?? null }, getData: (type) => `no file: ${type}` });

test.each<[string, Uint8Array<ArrayBuffer>, string?, string?]>([
  ["saved as UTF-8", new TextEncoder().encode(URL_TEXT)],
  ["saved as UTF-8 with its mark", new TextEncoder().encode(`\ufeff${URL_TEXT}`)],
  ["saved as Unicode by Notepad", utf16(URL_TEXT, [0xff, 0xfe])],
  [
    "saved as big-endian Unicode",
    new Uint8Array([0xfe, 0xff, ...[...URL_TEXT].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 0xff])]),
  ],
  [
    "saved in Shift_JIS, with a character before it",
    new Uint8Array([0x83, 0x65, ...new TextEncoder().encode(URL_TEXT)]),
    "テ",
  ],
  ["in an encoding that is none of these", new Uint8Array([...new TextEncoder().encode(URL_TEXT), 0xe9]), "", "\ufffd"],
])("reads a file %s", async (_, bytes, before = "", after = "") => {
  expect(await drop(new File([bytes], "link.txt"))).toBe(`${before}${URL_TEXT}${after}`);
});

test.each([
  ["one link out of a browser", URL_TEXT, URL_TEXT],
  ["a comment before it", `# from the console\r\n${URL_TEXT}\r\n`, URL_TEXT],
  ["two links", `${URL_TEXT}\r\nhttps://example.org/`, `${URL_TEXT}\nhttps://example.org/`],
  ["none", "", ""],
])("reads a dropped list of links: %s", (_, list, expected) => {
  expect(linksOf(list)).toBe(expected);
});

test("reads a dropped file", async () => {
  expect(await drop(new File([URL_TEXT], "link.txt"))).toBe(URL_TEXT);
  expect(await drop()).toBe("no file: text/uri-list");
});

test("returns null for a folder", async () => {
  const folder = Object.assign(new File([], "KEYFERRY"), { arrayBuffer: () => Promise.reject(new Error("a folder")) });
  expect(await drop(folder)).toBeNull();
});

test("returns null for a file that is too large, and an empty text for an empty file", async () => {
  expect(await drop(new File(["x".repeat(64 * 1024 + 1)], "photo.jpg"))).toBeNull();
  expect(await drop(new File([], "empty.txt"))).toBe("");
});
