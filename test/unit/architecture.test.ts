import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const IMPORT =
  /^(?:import\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?|export\s+(type\s+)?[^"';]*?\sfrom\s+)["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

const sources = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /^(core|main|preload|renderer)\//.test(file) && existsSync(join(ROOT, file)));

/** Every import of a file; one of the project's own files as its path from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(IMPORT)].map(([, importType, exportType, named, dynamic]) => {
    const from = named ?? dynamic ?? "";
    const resolved = from.startsWith(".")
      ? relative(ROOT, join(ROOT, dirname(file), from)).replaceAll("\\", "/")
      : from;
    return { file, from: resolved, typeOnly: (importType ?? exportType) !== undefined };
  });
}

const SERVICES = ["drives", "stick", "alas", "hops", "home", "practice", "journal"].map((name) => `main/${name}/`);

/** The table of ARCHITECTURE.md: for the files that begin so, what an import may be. */
const rules: readonly { files: readonly string[]; may: (found: Import) => boolean }[] = [
  { files: ["core/"], may: ({ from }) => from.startsWith("core/") || from === "valibot" },
  { files: ["main/lib/"], may: ({ from }) => /^(node:|main\/lib\/)/.test(from) },
  {
    files: SERVICES,
    may: ({ from, typeOnly }) =>
      /^(node:|core\/|main\/lib\/|p-limit$|valibot$|drivelist$|usb-detection$)/.test(from) ||
      SERVICES.some((service) => from.startsWith(service)) ||
      (from === "electron" && typeOnly),
  },
  {
    files: ["main/shell/", "main/cli/", "main/index.ts", "main/services.ts"],
    may: ({ from }) => /^(node:|core\/|main\/|electron$|p-limit$|valibot$)/.test(from),
  },
  { files: ["preload/"], may: ({ from, typeOnly }) => from === "electron" || (from.startsWith("core/") && typeOnly) },
  {
    files: ["renderer/"],
    may: ({ from, typeOnly }) =>
      /^(react|react-dom)(\/|$)/.test(from) ||
      /^(core|renderer)\//.test(from) ||
      (from === "preload/index.ts" && typeOnly),
  },
];

describe.each(rules)("$files", ({ files, may }) => {
  const mine = sources.filter((file) => files.some((prefix) => file.startsWith(prefix)));

  test("has files, so that this rule is about something", () => {
    expect(mine.length).toBeGreaterThan(0);
  });

  test("imports only what the table allows", () => {
    expect(mine.flatMap(importsOf).filter((found) => !may(found))).toEqual([]);
  });
});

test("no source stands outside the table", () => {
  const covered = rules.flatMap(({ files }) => files);
  expect(sources.filter((file) => !covered.some((prefix) => file.startsWith(prefix)))).toEqual([]);
});

test("no file is longer than can be read in one go", () => {
  const long = sources
    .map((file) => ({ file, lines: readFileSync(join(ROOT, file), "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});
