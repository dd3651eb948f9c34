// @ts-check
// npm run docs: writes the README's table of codes anew from the code, between its two marks.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { ROOT } from "./lib/paths.mjs";
import { Stop, script } from "./lib/script.mjs";
import { importTypeScript } from "./lib/typescript.mjs";

const MARKS = /(<!-- codes -->\n)[\s\S]*?(<!-- \/codes -->)/;

await script(async () => {
  await ensureNodeModules();
  const { problemTable } = await importTypeScript("test/fixtures/problem-table.ts");
  const file = path.join(ROOT, "README.md");
  const before = readFileSync(file, "utf8");
  if (!MARKS.test(before)) throw new Stop("README.md has no marks around its table of codes");
  writeFileSync(
    file,
    before.replace(MARKS, (_, open, close) => `${open}${problemTable()}\n${close}`),
  );
  return 0;
});
