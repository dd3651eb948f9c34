import type { FileHandle } from "node:fs/promises";
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import type { ScanProgress } from "../../../../core/stick/stick-contents.ts";
import { limits } from "../../../../core/stick/stick-layout.ts";
import { fingerprintOf } from "../../../../main/lib/sha256.ts";
import { readStick } from "../../../../main/stick/read-stick.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { done } from "../../../fixtures/done.ts";
import { answer, emptyStick, put, read, request, urlOf } from "../../../fixtures/stick-folder.ts";

const counted = vi.hoisted(() => ({ bytes: 0, files: [] as string[] }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const open = async (...args: Parameters<typeof real.open>): Promise<FileHandle> => {
    const handle = await real.open(...args);
    const readBytes = handle.read.bind(handle) as (...of: unknown[]) => Promise<{ bytesRead: number }>;
    const counting = async (...of: unknown[]) => {
      const found = await readBytes(...of);
      counted.bytes += found.bytesRead;
      counted.files.push(String(args[0]));
      return found;
    };
    return Object.assign(handle, { read: counting });
  };
  return { ...real, open };
});

const KIB = 1024;
const MIB = 1024 * KIB;

beforeEach(() => {
  counted.bytes = 0;
  counted.files = [];
});

/** What a reading of the stick read of files. */
async function bytesOfScan(stick: Stick): Promise<number> {
  counted.bytes = 0;
  counted.files = [];
  done(await readStick(stick));
  return counted.bytes;
}

const KEY = new Uint8Array(2_301).fill(7);

/** Answered requests, made without the steps: those would read the stick once for each. */
async function answered(stick: Stick, count: number, key: Uint8Array, padding = 0): Promise<readonly string[]> {
  const { sha256 } = fingerprintOf(key);
  return await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const id = String(index).padStart(10, "0");
      const folder = `KEYFERRY/ze-${index}-${id}`;
      const url = urlOf(`ze-${index}`);
      const createdAt = "2026-11-24T09:30:00+09:00";
      const head = { version: 1, createdAt, fetchedAt: createdAt, padding: " ".repeat(padding) };
      const ticket = JSON.stringify({ format: "keyferry-ticket", ...head, id, url: fingerprintOf(Buffer.from(url)) });
      const proof = { ticketId: id, ticketSha256: fingerprintOf(Buffer.from(ticket)).sha256, outcome: "key" };
      const file = { name: "av_1_A.key", bytes: key.length, sha256 };
      await put(stick, `${folder}/ticket.json`, ticket);
      await put(stick, `${folder}/activation-url.txt`, `${url}\r\n`);
      await put(stick, `${folder}/answer.json`, JSON.stringify({ format: "keyferry-answer", ...head, ...proof, file }));
      await put(stick, `${folder}/av_1_A.key`, key[0] === 0 ? "" : key);
      await truncate(join(stick.root, folder, "av_1_A.key"), key.length); // zeros take no room on the disk
      return folder;
    }),
  );
}

test("a key that is larger than its record says is not read: a scan reads no more than a whole stick's", async () => {
  const stick = await emptyStick();
  const folders = await answered(stick, 60, KEY);
  const whole = await bytesOfScan(stick);
  await Promise.all(folders.map((folder) => truncate(join(stick.root, folder, "av_1_A.key"), MIB)));
  expect(await bytesOfScan(stick)).toBeLessThanOrEqual(whole);
  const { requests } = (await read(stick)).contents;
  expect(new Set(requests.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(
    new Set(["file-differs"]),
  );
});

test("of many requests each has its share of what a scan reads: together they never take more", async () => {
  const stick = await emptyStick();
  const count = 250;
  await answered(stick, count, new Uint8Array(MIB), 60 * KIB);
  expect(await bytesOfScan(stick)).toBeLessThanOrEqual(limits.scan);
  const { requests } = (await read(stick)).contents;
  expect(requests).toHaveLength(count);
  const tooLarge = { code: "file-too-large", file: "av_1_A.key", limit: expect.any(Number) };
  expect(requests.map(({ problems }) => problems)).toEqual(requests.map(() => [tooLarge]));
});

test("as many requests as a batch has may all have keys of the largest size", async () => {
  const stick = await emptyStick();
  await answered(stick, 200, new Uint8Array(limits.key));
  const { requests } = (await read(stick)).contents;
  expect(requests.every(({ state }) => state === "answered")).toBe(true);
});

test("a key is not read where the ticket decides", async () => {
  const stick = await emptyStick();
  const [folder = ""] = await answered(stick, 1, KEY);
  await writeFile(join(stick.root, folder, "ticket.json"), "{");
  await bytesOfScan(stick);
  expect(counted.files.filter((file) => file.endsWith(".key"))).toEqual([]);
  expect((await read(stick)).contents.requests).toMatchObject([
    { state: "damaged", next: "request-again", problems: [{ code: "record-damaged", file: "ticket.json" }] },
  ]);
});

test("what ALAS said is not read, however much it is", async () => {
  const stick = await emptyStick();
  const { id, folder } = await request(stick);
  await answer(stick, id, { refusal: { code: "3.5", name: "ALAS_NO_MORE_ACTIVATION" } });
  await put(stick, `KEYFERRY/${folder}/alas-answer.txt`, new Uint8Array(MIB));
  await bytesOfScan(stick);
  expect(counted.files.filter((file) => file.endsWith("alas-answer.txt"))).toEqual([]);
  expect((await read(stick)).contents.requests).toMatchObject([{ state: "refused", problems: [] }]);
});

test("a reading says after each request how many of how many were read", async () => {
  const stick = await emptyStick();
  await answered(stick, 40, KEY);
  const told: ScanProgress[] = [];
  done(await readStick(stick, undefined, (progress) => told.push(progress)));
  expect(told.map(({ done: count }) => count)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect(new Set(told.map(({ total }) => total))).toEqual(new Set([40]));
});
