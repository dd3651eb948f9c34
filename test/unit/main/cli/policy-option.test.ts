import { expect, test } from "vitest";
import { cliArguments } from "../../../../main/cli/cli-arguments.ts";
import { takePolicyOption } from "../../../../main/cli/policy-option.ts";

test.each([
  ["not named", "/opt/keyferry scan --drive X", null, "/opt/keyferry scan --drive X"],
  ["behind a command", "/opt/keyferry scan --policy p.json --drive X", "p.json", "/opt/keyferry scan --drive X"],
  ["before a command", "/opt/keyferry --policy p.json scan --drive X", "p.json", "/opt/keyferry scan --drive X"],
  ["with an equals sign", "/opt/keyferry scan --policy=p.json --drive X", "p.json", "/opt/keyferry scan --drive X"],
  ["behind --", "electron /app -- scan --drive X --policy p.json", "p.json", "electron /app -- scan --drive X"],
  ["twice: the last one", "keyferry --policy a.json --policy=b.json", "b.json", "keyferry"],
  ["without its file", "keyferry scan --drive X --policy", "", "keyferry scan --drive X"],
  ["without its file, before another option", "keyferry scan --policy --json", "", "keyferry scan --json"],
  ["empty", "keyferry --policy=", "", "keyferry"],
  ["something else that begins alike", "keyferry scan --policy-x p", null, "keyferry scan --policy-x p"],
])("%s", (_, line, file, rest) => {
  expect(takePolicyOption(line.split(" "))).toEqual({ file, rest: rest.split(" ") });
});

test.each([
  ["installed", "/opt/keyferry --policy /etc/p.json", true],
  ["npm start", "electron --no-sandbox /app -- --policy /etc/p.json", false],
  ["a shortcut on the desktop", "C:\\Keyferry.exe --policy=E:\\p.json", true],
])("the window opens with a policy, too: %s", (_, line, packaged) => {
  expect(cliArguments(takePolicyOption(line.split(" ")).rest, packaged)).toBeNull();
});
