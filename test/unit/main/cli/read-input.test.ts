import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readInput } from "../../../../main/cli/read-input.ts";
import { temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

const LINK = urlOf("ze-207");
const STATUS = "ステータス: 期限切れ";
const SHIFT_JIS = [0x83, 0x58, 0x83, 0x65, 0x81, 0x5b, 0x83, 0x5e, 0x83, 0x58, 0x3a, 0x20, 0x8a, 0xfa, 0x8c, 0xc0];

/** What a command reads of a file that the shell put in place of the keyboard. */
async function inputOf(bytes: Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), "input");
  await writeFile(path, bytes);
  const file = await open(path);
  try {
    return await readInput(file.fd);
  } finally {
    await file.close();
  }
}

test.each<[string, Uint8Array, string]>([
  ["UTF-8", Buffer.from(STATUS), STATUS],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${LINK}`), LINK],
  ["UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${LINK}`, "utf16le"), LINK],
  ["big-endian UTF-16", Buffer.from(`\ufeff${STATUS}`, "utf16le").swap16(), STATUS],
  ["Shift_JIS", Uint8Array.from([...SHIFT_JIS, 0x90, 0xd8, 0x82, 0xea]), STATUS],
  [
    "no encoding at all: its ASCII",
    Buffer.concat([Buffer.from(LINK), Buffer.from([0xff, 0xff])]),
    `${LINK}\ufffd\ufffd`,
  ],
])("standard input is read in %s", async (_, bytes, text) => {
  expect(await inputOf(bytes)).toBe(text);
});
