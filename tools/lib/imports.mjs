// @ts-check
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { IMPORT_RULES } from "./import-rules.mjs";
import { ROOT } from "./paths.mjs";
import { run } from "./run.mjs";

/** @typedef {{ file: string, from: string, asType: boolean }} Import both files as paths from the checkout's folder */

/**
 * Checks that the rules allow each import of the product, and that no files import each other in a circle. Type-only imports
 * count, too.
 * @returns {Promise<readonly string[]>} the violations, one per line
 */
export async function checkImports() {
  const files = await sourceFiles();
  const texts = new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), "utf8")]));
  return judgeImports(files, await readImports(texts));
}

/** Returns the product's TypeScript files, as paths from the checkout's folder. */
export async function sourceFiles() {
  const folders = ["core", "main", "preload", "renderer"];
  const { output } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...folders]);
  return output.split("\n").filter((file) => /\.tsx?$/.test(file) && existsSync(path.join(ROOT, file)));
}

/**
 * @param {ReadonlyMap<string, string>} texts of the files, by their paths
 * @returns {Promise<readonly Import[]>}
 */
export async function readImports(texts) {
  const { parseSync } = await import("oxc-parser");
  return [...texts].flatMap(([file, text]) => {
    const { module } = parseSync(file, text);
    const found = [
      ...module.staticImports.map(({ moduleRequest, entries }) => ({
        name: moduleRequest.value,
        asType: entries.length > 0 && entries.every(({ isType }) => isType),
      })),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest, isType }) =>
          moduleRequest ? [{ name: moduleRequest.value, asType: isType }] : [],
        ),
      ),
      ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
        name: text.slice(start + 1, end - 1),
        asType: false,
      })),
    ];
    return found.map(({ name, asType }) => ({ file, from: pathOf(file, name), asType }));
  });
}

/**
 * @param {readonly string[]} files
 * @param {readonly Import[]} imports
 * @returns {readonly string[]}
 */
export function judgeImports(files, imports) {
  const ruleOf = (/** @type {string} */ file) => IMPORT_RULES.find((rule) => matches(file, rule.files));
  const withoutRule = files.filter((file) => ruleOf(file) === undefined);
  const forbidden = imports.filter(({ file, from, asType }) => {
    const { may = [], mayAsType = [] } = ruleOf(file) ?? {};
    return !matches(from, asType ? [...may, ...mayAsType] : may);
  });
  const circles = circlesOf(imports);
  return [
    ...withoutRule.map((file) => `${file}: no rule of tools/lib/import-rules.mjs is about it`),
    ...forbidden.map(({ file, from, asType }) => `${file}: must not import ${from}${asType ? " as a type" : ""}`),
    ...circles.map((circle) => `a circle of imports: ${circle.join(" -> ")}`),
  ];
}

/**
 * One circle for each group of files that import each other, the first file once more at its end.
 * @param {readonly Import[]} imports
 */
function circlesOf(imports) {
  /** @type {Map<string, string[]>} */
  const next = new Map();
  for (const { file, from } of imports) next.set(file, [...(next.get(file) ?? []), from]);
  /** @type {string[][]} */
  const circles = [];
  const done = new Set();
  /** @type {(file: string, way: readonly string[]) => void} */
  const follow = (file, way) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    if (way.includes(file) || done.has(file)) return;
    for (const from of next.get(file) ?? []) follow(from, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) follow(file, []);
  return circles;
}

/**
 * @param {string} file that imports
 * @param {string} name as written in the import
 */
function pathOf(file, name) {
  return name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name;
}

/**
 * @param {string} name of a file or package
 * @param {readonly string[]} beginnings
 */
function matches(name, beginnings) {
  return beginnings.some((one) => name === one || name.startsWith(/[/:]$/.test(one) ? one : `${one}/`));
}
