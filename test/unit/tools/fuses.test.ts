import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readFuses } from "../../../tools/lib/fuses.mjs";

// Marks the place in Electron's binary; behind it come the version of the format, the number of fuses and their states.
const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

async function fusesOf(states: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "keyferry-fuses-"));
  const executable = path.join(folder, "keyferry");
  try {
    writeFileSync(executable, `code ${SENTINEL}\x01${String.fromCharCode(states.length)}${states}code`);
    return await readFuses(executable);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const EIGHT = [
  ["RunAsNode", "off"],
  ["EnableCookieEncryption", "on"],
  ["EnableNodeOptionsEnvironmentVariable", "off"],
  ["EnableNodeCliInspectArguments", "off"],
  ["EnableEmbeddedAsarIntegrityValidation", "on"],
  ["OnlyLoadAppFromAsar", "on"],
  ["LoadBrowserProcessSpecificV8Snapshot", "removed"],
  ["GrantFileProtocolExtraPrivileges", "unknown"],
];

test.each<[string, string, string[][]]>([
  ["has eight until Electron 42", "010011r?", EIGHT],
  ["has a ninth from Electron 43 on", "010011r?1", [...EIGHT, ["WasmTrapHandlers", "on"]]],
  ["may have one that is not known yet", "010011r?10", [...EIGHT, ["WasmTrapHandlers", "on"], ["fuse 9", "off"]]],
])("a binary's fuses are read by name: it %s", async (_, states, fuses) => {
  expect(await fusesOf(states)).toEqual(fuses);
});
