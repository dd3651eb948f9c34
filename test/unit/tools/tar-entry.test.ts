import { execFileSync } from "node:child_process";
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tarEntry } from "../../../tools/lib/tar-entry.mjs";

const LONG = "a-folder-with-a-rather-long-name/".repeat(4);
const FILES: Record<string, Buffer> = {
  "package/empty": Buffer.alloc(0),
  "package/one-block": Buffer.alloc(512, "b"),
  "package/one-byte-more": Buffer.alloc(513, "c"),
  "package/large": Buffer.alloc(300_000, "0123456789"),
  [`package/${LONG}file`]: Buffer.from("below a path of more than 100 characters"),
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "keyferry-tar-"));
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  execFileSync("tar", ["--format=ustar", "-cf", "all.tar", "package"], { cwd: folder });
});

afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, highWaterMark: number) {
  const pieces: Buffer[] = [];
  const tar = createReadStream(path.join(folder, "all.tar"), { highWaterMark });
  for await (const piece of tarEntry(tar, name)) pieces.push(piece);
  return Buffer.concat(pieces);
}

// Chunks that end within a header, at its end and within a file.
const cases = Object.keys(FILES).flatMap((name) => [100, 512, 65_536].map((chunk) => [name, chunk] as const));

test.each(cases)("%s is read as it was packed, in chunks of %i bytes", async (name, chunk) => {
  const content = await read(name, chunk);
  expect(content.equals(FILES[name] ?? Buffer.from("?"))).toBe(true);
});

test("a file that is not in the archive is an error", async () => {
  await expect(read("package/other", 65_536)).rejects.toThrow("no complete package/other");
});

test("an archive that was cut off is an error", async () => {
  async function* cut() {
    for await (const chunk of createReadStream(path.join(folder, "all.tar"), { end: 100_000 })) yield chunk;
  }
  const all = async () => {
    for await (const _ of tarEntry(cut(), "package/large"));
  };
  await expect(all()).rejects.toThrow("no complete package/large");
});
