import { existsSync } from "node:fs";
import { readdir, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ok } from "../../../../core/result.ts";
import { openJournal } from "../../../../main/journal/journal.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { done } from "../../../fixtures/done.ts";
import { fetchWith, givesKey, keyAnswer, notAsked } from "../../../fixtures/fetching.ts";
import { emptyStick, request, temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

/** Puts a link in the place of a request's folder, as another program does. */
async function swap(stick: Stick, folder: string, elsewhere: string): Promise<void> {
  const path = join(stick.root, "KEYFERRY", folder);
  if (existsSync(join(elsewhere, "moved"))) return;
  await rename(path, join(elsewhere, "moved"));
  await symlink(join(elsewhere, "target"), path);
}

async function twoRequests() {
  const [stick, elsewhere] = [await emptyStick(), await temporaryFolder()];
  const [first, second] = [await request(stick, "ze-207"), await request(stick, "ze-208")];
  const target = join(elsewhere, "target");
  await rename(await temporaryFolder(), target);
  const swapped = (file = `KEYFERRY/${second.folder}`) => ({
    ticketId: second.id,
    outcome: "failed",
    error: { code: "stick-name-taken", file },
  });
  return { stick, elsewhere, target, first, second, swapped };
}

test("a request whose folder became a link before its turn is not fetched, and the others are", async () => {
  const { stick, elsewhere, target, second, swapped } = await twoRequests();
  let looks = 0;
  const watched: Stick = {
    root: stick.root,
    check: async () => {
      looks += 1;
      // Reading the stick asks twice; all that comes after it belongs to the fetches.
      if (looks > 2) await swap(stick, second.folder, elsewhere);
      return await stick.check();
    },
  };
  const { outcome, asked } = await fetchWith(watched, givesKey);
  expect(asked).toEqual([urlOf("ze-207")]);
  expect(done(outcome)).toMatchObject([{ outcome: "key", verified: true }, swapped()]);
  expect(await readdir(target)).toEqual([]);
});

test("a request whose folder becomes a link after its marker was written is not fetched, and counts as not sent", async () => {
  const { stick, elsewhere, target, second, swapped } = await twoRequests();
  await writeFile(join(target, "answer.json.part"), "theirs");
  const home = await temporaryFolder();
  const journal = openJournal(home);
  const append: typeof journal.append = async (entry) => {
    if (entry.ticketId === second.id) await swap(stick, second.folder, elsewhere);
    return await journal.append(entry);
  };
  const given = { journal: { ...journal, append } };
  const { outcome, asked } = await fetchWith(stick, notAsked, { tickets: [second.id] }, home, given);
  expect(asked).toEqual([]);
  expect(done(outcome)).toMatchObject([{ ...swapped(), counted: "no" }]);
  expect(await readdir(target)).toEqual(["answer.json.part"]);
});

test("a key whose request's folder becomes a link while ALAS answers is kept here and written nowhere else", async () => {
  const { stick, elsewhere, target, second, swapped } = await twoRequests();
  const ask = async () => {
    await swap(stick, second.folder, elsewhere);
    return ok(keyAnswer());
  };
  const { outcome } = await fetchWith(stick, ask, { tickets: [second.id] });
  expect(done(outcome)).toMatchObject([{ ...swapped(), keptIs: "key", kept: expect.any(String) }]);
  expect(await readdir(target)).toEqual([]);
});
