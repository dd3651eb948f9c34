import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TicketId } from "../../../../core/stick/records.ts";
import { type KeyRecord, openAnswers } from "../../../../main/journal/answer-store.ts";
import { fingerprintOf } from "../../../../main/lib/sha256.ts";
import { asBytes } from "../../../../main/steps/record-head.ts";
import { TICKET } from "../../../fixtures/journal.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";

const KEY = asBytes("a key's bytes");
const TICKET_SHA256 = "d".repeat(64);

const recordOf = (bytes: Uint8Array, ticketId: TicketId = TICKET): KeyRecord => ({
  format: "keyferry-answer",
  version: 1,
  ticketId,
  ticketSha256: TICKET_SHA256,
  outcome: "key",
  file: { name: "av_12345_A.key", ...fingerprintOf(bytes) },
  fetchedAt: "2026-11-24T09:30:00+09:00",
});

async function store(most?: number) {
  const home = await temporaryFolder();
  return { answers: openAnswers(home, most), folder: join(home, "answers"), home };
}

describe("a key", () => {
  test("is found again for its ticket, after another start, with its record", async () => {
    const { answers, home, folder } = await store();
    const path = await answers.storeKey(recordOf(KEY), KEY);
    expect(path).toBe(join(folder, TICKET, "av_12345_A.key"));
    expect(await openAnswers(home).tickets()).toEqual(new Set([TICKET]));
    const found = await openAnswers(home).find(TICKET, TICKET_SHA256);
    expect(found && { ...found, bytes: new Uint8Array(found.bytes) }).toEqual({
      record: recordOf(KEY),
      bytes: KEY,
      path,
    });
  });

  test("is for this user's eyes only", async () => {
    const { answers, folder } = await store();
    const path = await answers.storeKey(recordOf(KEY), KEY);
    expect((await stat(path ?? "")).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, TICKET))).mode & 0o777).toBe(0o700);
  });

  test("is kept also while many that come at once drop the same old ones", async () => {
    const { answers, folder } = await store(1);
    const idOf = (nth: number) => String(nth).padStart(10, "0") as TicketId;
    for (let nth = 0; nth < 60; nth += 1) await mkdir(join(folder, idOf(nth)), { recursive: true });
    const coming = Array.from({ length: 32 }, (_, nth) => answers.storeKey(recordOf(KEY, idOf(100 + nth)), KEY));
    expect((await Promise.all(coming)).filter((path) => path === null)).toEqual([]);
  });

  test("never overwrites an earlier one, and the newest that is whole counts", async () => {
    const { answers, folder } = await store();
    const newer = asBytes("a newer key");
    await answers.storeKey(recordOf(KEY), KEY);
    const path = await answers.storeKey(recordOf(newer), newer);
    expect((await readdir(join(folder, TICKET))).sort()).toEqual([
      "answer-2.json",
      "answer.json",
      "av_12345_A.key",
      "av_12345_copy2_A.key",
    ]);
    expect(new Uint8Array((await answers.find(TICKET, TICKET_SHA256))?.bytes ?? [])).toEqual(newer);
    await writeFile(path ?? "", "harmed");
    expect(new Uint8Array((await answers.find(TICKET, TICKET_SHA256))?.bytes ?? [])).toEqual(KEY);
  });

  test.each<[string, (folder: string) => Promise<unknown>]>([
    ["its bytes are others", (folder) => writeFile(join(folder, "av_12345_A.key"), "changed")],
    ["its record is torn", (folder) => writeFile(join(folder, "answer.json"), '{"format":"keyf')],
    [
      "its record points elsewhere",
      async (folder) => {
        const text = await readFile(join(folder, "answer.json"), "utf8");
        await writeFile(join(folder, "answer.json"), text.replace("av_12345_A.key", "../../x.key"));
      },
    ],
  ])("is none when %s", async (_, harm) => {
    const { answers, folder } = await store();
    await answers.storeKey(recordOf(KEY), KEY);
    await harm(join(folder, TICKET));
    expect(await answers.find(TICKET, TICKET_SHA256)).toBeNull();
  });

  test("is none for a ticket that was changed since", async () => {
    const { answers } = await store();
    await answers.storeKey(recordOf(KEY), KEY);
    expect(await answers.find(TICKET, "e".repeat(64))).toBeNull();
  });
});

describe("what is no key", () => {
  test("is kept under numbers, up to a limit", async () => {
    const { answers, folder } = await store();
    const paths: (string | null)[] = [];
    for (let nth = 1; nth <= 21; nth += 1) paths.push(await answers.keepRaw(TICKET, asBytes(`<html>${nth}`)));
    expect(paths.slice(0, 2)).toEqual([join(folder, TICKET, "answer.raw"), join(folder, TICKET, "answer-2.raw")]);
    expect(paths.indexOf(null)).toBe(20);
    expect(await readFile(join(folder, TICKET, "answer-2.raw"), "utf8")).toBe("<html>2");
    expect(await answers.find(TICKET, TICKET_SHA256)).toBeNull();
  });

  test("is not kept when nothing came", async () => {
    const { answers, folder } = await store();
    expect(await answers.keepRaw(TICKET, new Uint8Array())).toBeNull();
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });
});

test("a computer whose disk takes nothing keeps nothing, and nothing is thrown", async () => {
  const { answers, home, folder } = await store();
  await writeFile(join(home, "answers"), "a file stands there");
  expect(await answers.storeKey(recordOf(KEY), KEY)).toBeNull();
  expect(await answers.keepRaw(TICKET, KEY)).toBeNull();
  expect(await answers.find(TICKET, TICKET_SHA256)).toBeNull();
  expect(await answers.tickets()).toEqual(new Set());
  expect(await readFile(folder, "utf8")).toBe("a file stands there");
});

test("of many tickets the newest are kept, and those of this run in any case", async () => {
  const idOf = (nth: number) => `${String(nth).padStart(10, "0")}` as TicketId; // digits are Crockford's, too
  const { answers: before, home, folder } = await store(10);
  for (let nth = 0; nth < 60; nth += 1) {
    await before.storeKey(recordOf(KEY, idOf(nth)), KEY);
    await utimes(join(folder, idOf(nth)), 1_000 + nth, 1_000 + nth);
  }
  await writeFile(join(folder, "notes.txt"), "not ours");
  const answers = openAnswers(home, 10);
  await answers.storeKey(recordOf(KEY, idOf(99)), KEY);
  const left = (await readdir(folder)).sort();
  expect(left).toEqual([...Array.from({ length: 9 }, (_, place) => idOf(51 + place)), idOf(99), "notes.txt"]);
});
