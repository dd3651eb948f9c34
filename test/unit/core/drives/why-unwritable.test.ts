import { describe, expect, test } from "vitest";
import { noFacts, type WriteFacts, whyReadOnly, whyUnwritable } from "../../../../core/drives/why-unwritable.ts";
import type { Problem, ProblemCode } from "../../../../core/problem.ts";

const readOnly: Problem = { code: "stick-read-only" };
const forbidden: Problem = { code: "stick-no-permission" };
const failing: Problem = { code: "stick-io-error", detail: "EIO" };

const linux = noFacts("linux");
const mac = noFacts("darwin");
const windows = noFacts("win32");

describe("a stick that was refused as", () => {
  test.each<[string, Problem, WriteFacts, ProblemCode]>([
    [
      "read-only, its switch on",
      readOnly,
      { ...linux, deviceReadOnly: true, mountReadOnly: true },
      "stick-write-protected",
    ],
    [
      "read-only, mounted so by an option",
      readOnly,
      { ...linux, deviceReadOnly: false, mountReadOnly: true },
      "stick-read-only",
    ],
    [
      "read-only, closed by the system for its errors",
      readOnly,
      { ...linux, mountReadOnly: true, turnedReadOnly: true },
      "stick-errors-found",
    ],
    ["read-only, nothing known", readOnly, linux, "stick-read-only"],
    ["read-only, NTFS on a Mac", readOnly, { ...mac, deviceReadOnly: false, fileSystem: "ntfs" }, "stick-ntfs-on-mac"],
    [
      "read-only, NTFS on a Mac with its switch on",
      readOnly,
      { ...mac, deviceReadOnly: true, fileSystem: "ntfs" },
      "stick-write-protected",
    ],
    ["read-only, NTFS on Linux", readOnly, { ...linux, fileSystem: "ntfs", mountReadOnly: true }, "stick-read-only"],
    [
      "read-only, policy for unprotected sticks",
      readOnly,
      { ...windows, deviceReadOnly: true, bitLocker: "off", policy: "unprotected-sticks" },
      "stick-policy",
    ],
    [
      "read-only, that policy, but protected: its switch",
      readOnly,
      { ...windows, deviceReadOnly: true, bitLocker: "on", policy: "unprotected-sticks" },
      "stick-write-protected",
    ],
    [
      "read-only, policy for all sticks",
      readOnly,
      { ...windows, bitLocker: "on", policy: "all-sticks" },
      "stick-policy",
    ],
    [
      "read-only, BitLocker locked under a policy",
      readOnly,
      { ...windows, bitLocker: "locked", policy: "unprotected-sticks" },
      "stick-bitlocker-locked",
    ],
    [
      "forbidden, policy for all sticks",
      forbidden,
      { ...windows, removable: true, policy: "all-sticks" },
      "stick-policy",
    ],
    [
      "forbidden, a folder of the computer under a policy for sticks",
      forbidden,
      { ...windows, removable: false, policy: "all-sticks" },
      "stick-no-permission",
    ],
    ["forbidden, no reason known", forbidden, windows, "stick-no-permission"],
    ["forbidden on a Mac", forbidden, { ...mac, removable: true, mountReadOnly: false }, "stick-privacy"],
    ["forbidden in a Mac's own folder", forbidden, { ...mac, removable: false }, "stick-no-permission"],
    ["forbidden on Linux", forbidden, { ...linux, mountReadOnly: false }, "stick-no-permission"],
  ])("%s", (_, refused, facts, code) => {
    expect(whyUnwritable(refused, null, facts).code).toBe(code);
  });
});

describe("a write that failed on the medium", () => {
  test.each<[string, Problem | null, WriteFacts, ProblemCode]>([
    ["and passed at the second try", null, linux, "stick-io-error"],
    ["and failed again", failing, linux, "stick-worn-out"],
    ["after which the system closed the stick", readOnly, { ...linux, turnedReadOnly: true }, "stick-worn-out"],
    ["after which the stick closed itself", readOnly, { ...linux, deviceReadOnly: true }, "stick-worn-out"],
    ["on a stick that is mounted read-only", readOnly, { ...linux, mountReadOnly: true }, "stick-read-only"],
    ["and is now forbidden by a policy", forbidden, { ...windows, policy: "all-sticks" }, "stick-policy"],
    ["because it was pulled", { code: "stick-gone" }, linux, "stick-gone"],
    ["because it is full", { code: "stick-full", neededBytes: 1, freeBytes: 0 }, linux, "stick-full"],
  ])("%s", (_, probe, facts, code) => {
    expect(whyUnwritable(failing, probe, facts).code).toBe(code);
  });

  test("keeps the system's own word", () => {
    expect(whyUnwritable(failing, failing, linux)).toEqual({ code: "stick-worn-out", detail: "EIO" });
  });
});

test.each<Problem>([
  { code: "stick-gone" },
  { code: "stick-full", neededBytes: 1, freeBytes: 0 },
  { code: "stick-name-refused", file: "x" },
  { code: "answer-html" },
])("$code is not about why", (problem) => {
  const facts: WriteFacts = { ...windows, deviceReadOnly: true, policy: "all-sticks" };
  expect(whyUnwritable(problem, null, facts)).toBe(problem);
});

test("no reason without a fact", () => {
  expect(whyReadOnly({ ...linux, deviceReadOnly: false, mountReadOnly: false })).toBeNull();
});
