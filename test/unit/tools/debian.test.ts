import { describe, expect, test } from "vitest";
import { chooseSpelling, installedPackages } from "../../../tools/lib/debian.mjs";

const STATUS = `Package: bash
Essential: yes
Status: install ok installed
Version: 5.2

Package: libnss3
Status: install ok installed
Description: mentions others
 Package: not-a-package
Version: 2:3.87

Package: xvfb
Status: deinstall ok config-files

Package: g++
Status: hold ok installed
`;

describe("what dpkg's record says", () => {
  test.each([
    ["an installed package", "libnss3", true],
    ["one with a line before its status", "bash", true],
    ["one that is held at its version", "g++", true],
    ["one that was removed but for its settings", "xvfb", false],
    ["one that was never there", "python3", false],
    ["words in a description", "not-a-package", false],
  ])("%s", (_, name, there) => expect(installedPackages(STATUS).has(name)).toBe(there));
});

describe("the name that apt can install", () => {
  const policy = (name: string, candidate: string) =>
    `${name}:\n  Installed: (none)\n  Candidate: ${candidate}\n  Version table:\n     1.0 500\n`;

  test.each([
    ["Debian 12 knows the old name only", policy("libgtk-3-0", "3.24.38"), "libgtk-3-0"],
    ["Debian 13 knows the new name only", policy("libgtk-3-0t64", "3.24.49"), "libgtk-3-0t64"],
    [
      "Ubuntu 24.04 keeps the old name without a package",
      policy("libgtk-3-0", "(none)") + policy("libgtk-3-0t64", "3.24.41"),
      "libgtk-3-0t64",
    ],
    ["apt knows neither: it shall say so itself", "", "libgtk-3-0"],
  ])("%s", (_, output, expected) => expect(chooseSpelling("libgtk-3-0", output)).toBe(expected));
});
