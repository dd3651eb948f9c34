import { expect, test } from "vitest";
import { cliArguments } from "../../../../main/cli/cli-arguments.ts";

test.each([
  ["from the repository", "electron --no-sandbox /app -- scan --drive X", false, ["scan", "--drive", "X"]],
  ["from the repository, something unknown", "electron /app -- format", false, ["format"]],
  ["from the repository, without --", "electron /app explain 2.1", false, ["explain", "2.1"]],
  ["installed, with --", "/opt/keyferry -- fetch --drive X", true, ["fetch", "--drive", "X"]],
  ["installed, without --", "/opt/keyferry scan --drive X", true, ["scan", "--drive", "X"]],
  ["installed, behind a switch", "/opt/keyferry --no-sandbox scan --drive X", true, ["scan", "--drive", "X"]],
  ["installed, mistyped", "/opt/keyferry fecth --drive X", true, ["fecth", "--drive", "X"]],
  ["help", "/opt/keyferry --help", true, ["--help"]],
])("a command: %s", (_, argv, packaged, expected) => {
  expect(cliArguments(argv.split(" "), packaged)).toEqual(expected);
});

test.each([
  ["the app's icon", "/opt/keyferry", true],
  ["npm start", "electron --no-sandbox /app --", false],
  ["a test's", "electron --remote-debugging-port=0 /app", false],
  ["a folder called like a command", "electron scan", false],
  ["a file dropped on the icon", "/opt/keyferry /home/x/url.txt", true],
])("the window: %s", (_, argv, packaged) => expect(cliArguments(argv.split(" "), packaged)).toBeNull());
