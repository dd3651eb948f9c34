import { describe, expect, test } from "vitest";
import { parseArguments, wantsJson } from "../../../../main/cli/parse-arguments.ts";

const parse = (text: string) => parseArguments(text === "" ? [] : text.split(" "));
const ID = "3F9A2C7K1M";
const OTHER = "0123456789";

test.each([
  ["drives", { name: "drives" }],
  [
    "request --drive E: --url https://alas.stratus.com/x",
    { name: "request", drive: "E:", url: "https://alas.stratus.com/x", minimal: false, again: false },
  ],
  [
    "request --drive E: --url - --asset-id ze-207 --note order --minimal --again",
    { name: "request", drive: "E:", url: "-", assetId: "ze-207", note: "order", minimal: true, again: true },
  ],
  ["reach", { name: "reach" }],
  [
    "request --drive E: --url - --operator Maintenance",
    { name: "request", drive: "E:", url: "-", operator: "Maintenance", minimal: false, again: false },
  ],
  [
    "deliver --drive E: --to D: --operator Maintenance",
    { name: "deliver", drive: "E:", to: "D:", operator: "Maintenance" },
  ],
  ["scan --drive /media/x", { name: "scan", drive: "/media/x" }],
  ["scan --drive=/media/x", { name: "scan", drive: "/media/x" }],
  ["fetch --drive E:", { name: "fetch", drive: "E:", again: false }],
  [`fetch --drive E: --ticket ${ID}`, { name: "fetch", drive: "E:", tickets: [ID], again: false }],
  [`fetch --drive E: --ticket ${ID} ${OTHER}`, { name: "fetch", drive: "E:", tickets: [ID, OTHER], again: false }],
  [
    `fetch --ticket ${ID} --ticket ${OTHER} --drive E: --again`,
    { name: "fetch", drive: "E:", tickets: [ID, OTHER], again: true },
  ],
  [`fetch --drive E: --ticket ${ID.toLowerCase()}`, { name: "fetch", drive: "E:", tickets: [ID], again: false }],
  ["fetch --drive E: --by-hand url.txt", { name: "fetch", drive: "E:", byHand: "url.txt", again: false }],
  ["deliver --drive E: --to out", { name: "deliver", drive: "E:", to: "out" }],
  [
    `deliver --drive E: --to out --ticket ${ID} --asset-id ze-207`,
    { name: "deliver", drive: "E:", to: "out", tickets: [ID], assetId: "ze-207" },
  ],
  ["status --text -", { name: "status", text: "-" }],
  ["explain 3.5", { name: "explain", code: "3.5" }],
  ["--help", { name: "help" }],
  ["help", { name: "help" }],
  ["fetch --help", { name: "help" }],
])("understands: %s", (text, command) => {
  expect(parse(text)).toEqual({ ok: true, value: { command, json: false, language: null } });
});

test.each([
  ["explain 3.5 --lang ja --json", { json: true, language: "ja" }],
  ["explain 3.5 --lang en-GB", { json: false, language: "en" }],
  ["--json scan --drive E:", null],
])("options for every command: %s", (text, expected) => {
  const parsed = parse(text);
  if (expected === null) expect(parsed.ok).toBe(false);
  else expect(parsed).toMatchObject({ ok: true, value: expected });
});

describe("tells what is wrong", () => {
  test.each([
    [""],
    ["format"],
    ["scan"],
    ["request --drive E:"],
    ["request --url x"],
    ["fetch"],
    ["deliver --drive E:"],
    ["status"],
    ["explain"],
    ["explain 3.5 2.1"],
    ["scan --drive E: --sideways"],
    ["scan --drive"],
    ["scan --drive "], // "$STICK", and the variable is not set
    ["request --url x --drive="],
    ["fetch --drive "],
    ["deliver --to out --drive "],
    [`fetch --drive E: --by-hand url.txt --ticket ${ID}`],
    [`deliver --drive E: --to out --by-hand av_1_A.key --ticket ${ID}`],
    ["drives E:"],
    ["scan --drive E: extra"],
    ["explain 3.5 --lang tlh"],
    ["drives --minimal"],
    [`request --drive E: --url x --operator ${"x".repeat(257)}`],
  ])("usage: '%s'", (text) => {
    expect(parse(text)).toMatchObject({ ok: false, error: { code: "usage", detail: expect.stringMatching(/\S/) } });
  });

  test("what is no ticket id is on no stick", () => {
    expect(parse("fetch --drive E: --ticket nonsense")).toEqual({
      ok: false,
      error: { code: "unknown-ticket", ticket: "nonsense" },
    });
  });
});

test("JSON is wanted even where the rest is not understood", () => {
  expect(wantsJson(["format", "--json"])).toBe(true);
  expect(wantsJson(["format"])).toBe(false);
});
