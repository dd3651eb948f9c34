import { describe, expect, test } from "vitest";
import { cpio } from "../../../tools/lib/usb/cpio.mjs";

/** Reads an archive as the kernel does: each header and each content begins at a multiple of four. */
function unpack(archive: Buffer) {
  const entries: { name: string; mode: string; content: string }[] = [];
  for (let at = 0; at < archive.length; ) {
    const field = (index: number) =>
      Number.parseInt(archive.toString("latin1", at + 6 + 8 * index, at + 14 + 8 * index), 16);
    const aligned = (offset: number) => Math.ceil(offset / 4) * 4;
    expect(archive.toString("latin1", at, at + 6)).toBe("070701");
    const name = archive.toString("utf8", at + 110, at + 110 + field(11) - 1);
    const start = aligned(at + 110 + field(11));
    entries.push({ name, mode: field(1).toString(8), content: archive.toString("utf8", start, start + field(6)) });
    at = aligned(start + field(6));
  }
  return entries;
}

describe("the archive that the kernel starts with", () => {
  test.each([
    ["a folder", { name: "bin" }, { name: "bin", mode: "40755", content: "" }],
    ["a file", { name: "job", content: "cd /" }, { name: "job", mode: "100644", content: "cd /" }],
    ["an empty file", { name: "none", content: "" }, { name: "none", mode: "100644", content: "" }],
    ["a program", { name: "init", content: "#!", executable: true }, { name: "init", mode: "100755", content: "#!" }],
    ["a name with an accent", { name: "é", content: "1" }, { name: "é", mode: "100644", content: "1" }],
  ])("has %s, and its end", (_, entry, expected) => {
    const end = { name: "TRAILER!!!", mode: "100644", content: "" };
    expect(unpack(cpio([entry, entry]))).toEqual([expected, expected, end]);
  });
});
