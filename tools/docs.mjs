// @ts-check
// npm run docs: writes the README's table of codes and ARCHITECTURE.md's table of imports anew from the code.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { importTable } from "./lib/import-rules.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { ROOT } from "./lib/paths.mjs";
import { Stop, script } from "./lib/script.mjs";
import { importTypeScript } from "./lib/typescript.mjs";

await script(async () => {
  await ensureNodeModules();
  const { problemTable } = await importTypeScript("test/fixtures/problem-table.ts");
  writeBetweenMarks("README.md", "codes", problemTable());
  writeBetweenMarks("ARCHITECTURE.md", "imports", importTable());
  return 0;
});

/**
 * @param {string} name of the document
 * @param {string} mark
 * @param {string} table
 */
function writeBetweenMarks(name, mark, table) {
  const file = path.join(ROOT, name);
  const before = readFileSync(file, "utf8");
  const marks = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(<!-- /${mark} -->)`);
  if (!marks.test(before)) throw new Stop(`${name} has no marks around its table of ${mark}`);
  writeFileSync(
    file,
    before.replace(marks, (_, open, close) => `${open}${table}\n${close}`),
  );
}
