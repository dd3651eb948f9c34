import { describe, expect, test } from "vitest";
import { FILE_SYSTEMS } from "../../../tools/lib/usb/file-systems.mjs";

const PULLED = `fsck.fat 4.2 (2021-01-31)
There are differences between boot sector and its backup.
This is mostly harmless. Differences: (offset:original/backup)
  65:01/00
  Not automatically fixing this.
FATs differ but appear to be intact. Using first FAT.
Reclaimed 6 unused clusters (3072 bytes).
Dirty bit is set. Fs was not properly unmounted and some data may be corrupt.
 Automatically removing dirty bit.
Free cluster summary wrong (126417 vs. really 126411)
  Auto-correcting.

Leaving filesystem unchanged.
/tmp/KINGSTON.img.partition: 4 files, 589/127006 clusters
`;

describe("what fsck says of a FAT stick", () => {
  test.each([
    ["nothing is wrong after a mere pull", PULLED, []],
    [
      "a file without its data is a problem",
      PULLED.replace(/Reclaimed.*\n/, "/a.key\n  File size is 3000 bytes, cluster chain length is 0 bytes.\n"),
      ["/a.key File size is 3000 bytes, cluster chain length is 0 bytes."],
    ],
    ["another difference of the boot sectors is one", PULLED.replace("65:01/00", "11:00/02"), 2],
  ])("%s", (_, output, problems) => {
    const found = FILE_SYSTEMS.fat32.problemsIn(output);
    if (typeof problems === "number") expect(found).toHaveLength(problems);
    else expect(found).toEqual(problems);
  });
});
