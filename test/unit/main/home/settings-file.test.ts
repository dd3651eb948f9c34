import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { homeFolder } from "../../../../main/home/home.ts";
import { readSettings, writeSettings } from "../../../../main/home/settings-file.ts";

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "keyferry-home-"));
});

const nothing = { computer: null, language: null, consoleLanguage: null, operator: null };

test("a new computer remembers nothing", async () => {
  expect(await readSettings(join(home, "not", "there"))).toEqual(nothing);
});

test("what was written is remembered, and no half file is left", async () => {
  const settings = { computer: "B", language: "ja", consoleLanguage: "en", operator: "保全 2 班" } as const;
  await writeSettings(join(home, "new"), settings);
  expect(await readSettings(join(home, "new"))).toEqual(settings);
  expect(await readdir(join(home, "new"))).toEqual(["settings.json"]);
});

test.each([
  ["cut off", "{", nothing],
  ["of another kind", "[]", nothing],
  ["with one odd value beside good ones", '{"computer":"Z","language":"en"}', { ...nothing, language: "en" }],
])("settings that are %s are no reason to stop", async (_, text, expected) => {
  await writeFile(join(home, "settings.json"), text);
  expect(await readSettings(home)).toEqual(expected);
});

test("KEYFERRY_HOME decides where the state lies, else the system does", () => {
  expect(homeFolder({ KEYFERRY_HOME: "/srv/k" }, "/data")).toBe("/srv/k");
  expect(homeFolder({ KEYFERRY_HOME: "" }, "/data")).toBe("/data");
  expect(homeFolder({}, "/data")).toBe("/data");
});
