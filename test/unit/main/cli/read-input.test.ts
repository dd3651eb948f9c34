import { execFileSync } from "node:child_process";
import { constants, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
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

test("what comes late into a pipe that never waits is waited for", async () => {
  const pipe = join(await temporaryFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  const reading = await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writing = await open(pipe, "w");
  const text = readInput(reading.fd);
  await delay(50);
  await writing.write(LINK);
  await writing.close();
  expect(await text).toBe(LINK);
  await reading.close();
});

test("an endless one is not read for ever", async () => {
  const file = await open("/dev/zero");
  expect((await readInput(file.fd)).length).toBeLessThan(2 * 1024 * 1024);
  await file.close();
});

test("where there is none, nothing came", async () => {
  expect(await readInput(99_999)).toBe("");
});
