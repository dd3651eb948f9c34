import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ALAS_ERRORS } from "../../core/answer/alas-errors.ts";
import { CONFIRM_REASONS } from "../../core/fetch/confirm-reason.ts";
import { LanguageSchema } from "../../core/settings.ts";
import { COMMANDS } from "../../main/cli/command.ts";
import { ExitCode } from "../../main/cli/exit-code.ts";
import { problemTable } from "../fixtures/problem-table.ts";

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const read = (name: string) => readFileSync(path(name), "utf8");
const readme = read("README.md");

test("the README explains every code as the program does (npm run docs writes the table)", () => {
  expect(readme).toContain(`<!-- codes -->\n${problemTable()}\n<!-- /codes -->`);
});

test("the README names every command", () => {
  for (const command of COMMANDS)
    expect(readme, command).toMatch(new RegExp(`^npm run --silent cli -- ${command}\\b`, "m"));
});

test("the README names every ALAS code", () => {
  for (const { code, name } of ALAS_ERRORS) expect(readme).toContain(`| ${code} | ${name} |`);
});

test("the README names every language", () => {
  const named = /^Languages: (.*)\.$/m.exec(readme)?.[1]?.match(/`[\w-]+`/g) ?? [];
  expect(named).toEqual(LanguageSchema.options.map((language) => `\`${language}\``));
});

test("the README names every reason why `fetch` leaves a request", () => {
  const table = /<!-- left -->([\s\S]*)<!-- \/left -->/.exec(readme)?.[1] ?? "";
  const named = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, reason]) => reason);
  expect(named).toEqual([...CONFIRM_REASONS, "wait-not-over"]);
});

test("the README names every exit code", () => {
  const table = /^\| exit code \|[\s\S]*?\n\n/m.exec(readme)?.[0] ?? "";
  const named = [...table.matchAll(/^\| (\d[\d, ]*) \|/gm)].flatMap(([, codes = ""]) => codes.split(", ").map(Number));
  expect(named).toEqual(Object.values(ExitCode));
});

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "tools/README.md"])(
  "every path in backticks in %s exists",
  (document) => {
    const paths = [...read(document).matchAll(/`((?:core|main|preload|renderer|test|tools)\/[^`\s]*)`/g)];
    // Of a pattern such as `core/text/<language>/`, the folder before its first variable part.
    const missing = paths
      .map(([, name = ""]) => name.replace(/[^/]*[*<].*$/, ""))
      .filter((name) => !existsSync(path(name)));
    expect(paths.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  },
);

// A row's last cell: `file below test/` › a title as the file has it, and more of them behind <br>.
const proofs = read("SECURITY.md")
  .split("\n")
  .filter((line) => /^\| (?!rule|-)/.test(line))
  .flatMap((line) =>
    (line.split(" | ").at(-1) ?? "")
      .replace(/ \|$/, "")
      .split("<br>")
      .map((proof) => ({ line, proof })),
  );

test("SECURITY.md has its table", () => expect(proofs.length).toBeGreaterThan(50));

test.each(proofs)("SECURITY.md names a test that exists: $proof", ({ line, proof }) => {
  const [, file = "", title = ""] = /^`([^`]+)` › (.+)$/.exec(proof) ?? [];
  expect(existsSync(path(`test/${file}`)), line).toBe(true);
  expect(titlesOf(read(`test/${file}`)), `a title of ${file}`).toContain(title);
});

/** The texts that a test or a row of its table may be named by: all strings of the program, not those of its comments. */
function titlesOf(program: string): readonly string[] {
  const code = program.replace(/^\s*(?:\/\/|\/?\*).*$/gm, "");
  return [...code.matchAll(/(["`])((?:(?!\1).)+)\1/g)].map(([, , text = ""]) => text);
}
