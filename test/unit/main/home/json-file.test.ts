import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { readJson, writeJson } from "../../../../main/home/json-file.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";

const Numbers = v.array(v.number());

test("what was written is read again, by this user only, and no half file is left", async () => {
  const folder = join(await temporaryFolder(), "new");
  const path = join(folder, "numbers.json");
  await writeJson(path, [1]);
  await writeJson(path, [1, 2]);
  expect(await readJson(path, Numbers)).toEqual([1, 2]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["numbers.json"]);
});

test.each([
  ["cut off", "["],
  ["of another kind", '{"a":1}'],
  ["empty", ""],
])("one that is %s is none", async (_, text) => {
  const path = join(await temporaryFolder(), "numbers.json");
  await writeFile(path, text);
  expect(await readJson(path, Numbers)).toBeNull();
});

test("one that is not there is none", async () => {
  expect(await readJson(join(await temporaryFolder(), "numbers.json"), Numbers)).toBeNull();
});
