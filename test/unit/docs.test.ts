import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ALAS_ERRORS } from "../../core/answer/alas-errors.ts";
import { LanguageSchema } from "../../core/settings.ts";
import { COMMANDS } from "../../main/cli/command.ts";
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

test("each row of SECURITY.md names tests that exist", () => {
  const rows = read("SECURITY.md")
    .split("\n")
    .filter((line) => /^\| (?!rule|-)/.test(line) && line.includes("`"));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const named =
      row
        .split("|")
        .at(-2)
        ?.match(/`[^`]+`/g) ?? [];
    expect(named.length, row).toBeGreaterThan(0);
    for (const file of named) expect(existsSync(path(`test/${file.slice(1, -1)}`)), `${file} in ${row}`).toBe(true);
  }
});
