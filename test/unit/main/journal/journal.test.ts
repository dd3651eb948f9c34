import { appendFile, mkdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { journalLine } from "../../../../core/journal/journal-entry.ts";
import { openJournal } from "../../../../main/journal/journal.ts";
import { begun, ended } from "../../../fixtures/journal.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";

const fileOf = (home: string) => join(home, "journal.jsonl");

test("entries are there after another start, for this user's eyes only", async () => {
  const home = join(await temporaryFolder(), "not made yet");
  const journal = openJournal(home);
  expect(await journal.read()).toEqual([]);
  expect(await journal.append(begun())).toEqual({ ok: true, value: undefined });
  expect(await journal.append(ended())).toEqual({ ok: true, value: undefined });
  expect(await openJournal(home).read()).toEqual([begun(), ended()]);
  expect((await stat(fileOf(home))).mode & 0o777).toBe(0o600);
});

test("what many fetches add at the same time stands in the order in which it was added", async () => {
  const home = await temporaryFolder();
  const journal = openJournal(home);
  const entries = Array.from({ length: 100 }, (_, place) => begun({ fetch: String(place) }));
  await Promise.all(entries.map((entry) => journal.append(entry)));
  expect(await journal.read()).toEqual(entries);
});

test("a line that a crash tore does not take the next one with it", async () => {
  const home = await temporaryFolder();
  await openJournal(home).append(begun());
  await truncate(fileOf(home), 40);
  await openJournal(home).append(ended());
  expect(await openJournal(home).read()).toEqual([ended()]);
});

test("what stands there is never changed, whatever it is", async () => {
  const home = await temporaryFolder();
  await writeFile(fileOf(home), "somebody's notes\n\u0000\n");
  const journal = openJournal(home);
  await journal.append(begun());
  await journal.append(ended());
  const text = await readFile(fileOf(home), "utf8");
  expect(text).toBe(`somebody's notes\n\u0000\n${journalLine(begun())}${journalLine(ended())}`);
});

test("of a long record the newest part is read, and no half line of it", async () => {
  const home = await temporaryFolder();
  for (let place = 0; place < 100; place += 1) {
    await appendFile(fileOf(home), journalLine(begun({ fetch: String(place) })));
  }
  const some = await openJournal(home, 10 * journalLine(begun({ fetch: "99" })).length + 5).read();
  expect(some.map(({ fetch }) => fetch)).toEqual(Array.from({ length: 10 }, (_, place) => String(90 + place)));
});

describe("a record that cannot be written is said, and where it is", () => {
  test.each<[string, (home: string) => Promise<unknown>, string]>([
    ["something else stands in its place", (home) => mkdir(fileOf(home), { recursive: true }), "EISDIR"],
    ["its folder is a file", (home) => writeFile(home, ""), "ENOTDIR"],
  ])("%s", async (_, spoil, detail) => {
    const home = join(await temporaryFolder(), "home");
    await spoil(home);
    const journal = openJournal(home);
    const expected = { ok: false, error: { code: "record-unwritable", file: fileOf(home), detail } };
    expect(await journal.append(begun())).toEqual(expected);
    expect(await journal.append(begun())).toEqual(expected); // and it goes on saying so
    expect(await journal.read()).toEqual([]);
  });
});
