import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { importTable } from "../../tools/lib/import-rules.mjs";
import { checkImports, judgeImports, readImports, sourceFiles } from "../../tools/lib/imports.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What is wrong in files with these texts. */
async function judge(texts: Readonly<Record<string, string>>) {
  return judgeImports(Object.keys(texts), await readImports(new Map(Object.entries(texts))));
}

test("every import of the product is one that the table allows, and none of them makes a circle", async () => {
  expect((await sourceFiles()).length).toBeGreaterThan(100);
  expect(await checkImports()).toEqual([]);
});

test("ARCHITECTURE.md shows the rules that hold (npm run docs writes them)", () => {
  const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
  expect(text).toContain(`<!-- imports -->\n${importTable()}\n<!-- /imports -->`);
});

test.each([
  ["a value", 'import { app } from "electron";', ["core/a.ts: must not import electron"]],
  ["a type", 'import type { App } from "electron";', ["core/a.ts: must not import electron as a type"]],
  ["an effect", 'import "node:fs";', ["core/a.ts: must not import node:fs"]],
  ["another folder", 'import { b } from "../main/b.ts";', ["core/a.ts: must not import main/b.ts"]],
  ["what it passes on", 'export { b } from "../main/b.ts";', ["core/a.ts: must not import main/b.ts"]],
  ["what it loads later", 'const b = await import("node:os");', ["core/a.ts: must not import node:os"]],
  [
    "a package with the same beginning",
    'import { x } from "valibot-more";',
    ["core/a.ts: must not import valibot-more"],
  ],
  ["what it may", 'import * as v from "valibot"; import { b } from "./b/c.ts";', []],
])("core is judged by %s that it imports", async (_, text, wrong) => {
  expect(await judge({ "core/a.ts": text })).toEqual(wrong);
});

test.each([
  ["as a type", 'import type { Session } from "electron";', []],
  ["as a value", 'import { session } from "electron";', ["main/alas/a.ts: must not import electron"]],
])("electron may be imported by a service only as a type: %s", async (_, text, wrong) => {
  expect(await judge({ "main/alas/a.ts": text })).toEqual(wrong);
});

test("two files that know each other only by their types are a circle, too", async () => {
  const wrong = await judge({
    "core/link/a.ts": 'import type { B } from "./b.ts";',
    "core/link/b.ts": 'import type { A } from "./a.ts";',
  });
  expect(wrong).toEqual(["a circle of imports: core/link/a.ts -> core/link/b.ts -> core/link/a.ts"]);
});

test("a file without a row is named", async () => {
  expect(await judge({ "core2/a.ts": "export {};" })).toEqual([
    "core2/a.ts: no rule of tools/lib/import-rules.mjs is about it",
  ]);
});

test("no file is longer than can be read in one go", async () => {
  const long = (await sourceFiles())
    .map((file) => ({ file, lines: readFileSync(join(ROOT, file), "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});
