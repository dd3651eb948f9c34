import { parse } from "drivelist/js/lsblk/json.js";
import { describe, expect, test } from "vitest";
import { drivesOfDevices } from "../../../../main/drives/list-drives.ts";
import { NO_ANSWER } from "../../../../main/drives/probe-mount.ts";
import { unescapedLabel } from "../../../../main/drives/volume-label.ts";
import { toolOutput } from "../../../fixtures/host-system.ts";

// What util-linux 2.38.1 says of a FAT volume whose label Windows in Japanese wrote: アクティブ, in Shift_JIS.
const UDEV_LABEL = "\\x83A\\x83N\\x83e\\x83B\\x83u"; // ID_FS_LABEL_ENC of `blkid -p -o udev`, and the link's name in by-label
const MOUNT = "/media/operator/アクティブ";

const labelsOf = async (devices: readonly unknown[], label: string | null = null) => {
  const sticks = await drivesOfDevices(
    devices,
    async () => NO_ANSWER,
    async () => ({ label }),
  );
  return sticks.map(({ drive }) => ({ label: drive.label, description: drive.description }));
};
const stick = (label: string | null, path = MOUNT) => ({
  device: "/dev/sdb",
  description: `Kingston DataTraveler 3.0 (${label})`,
  mountpoints: [{ path, label }],
});

describe("a label in Shift_JIS", () => {
  test("is read by udev's name of it, where drivelist lost its bytes", async () => {
    const listed = parse(await toolOutput("lsblk-shift-jis-label.txt"));
    expect(JSON.stringify(listed)).toContain("\uFFFD");
    const [found] = await labelsOf(listed, unescapedLabel(UDEV_LABEL));
    expect(found?.label).toBe("アクティブ");
    expect(found?.description).not.toContain("\uFFFD");
  });

  test("is the mount point's name, where udev does not know it", async () => {
    const listed = parse(await toolOutput("lsblk-shift-jis-label.txt"));
    expect(await labelsOf(listed)).toMatchObject([{ label: "アクティブ" }]);
  });

  test("is read where an older lsblk escapes it", async () => {
    expect(await labelsOf([stick(UDEV_LABEL, "/media/operator/5A3C-11F0")])).toEqual([
      { label: "アクティブ", description: "Kingston DataTraveler 3.0 (アクティブ)" },
    ]);
  });

  test("of half-width letters, and of characters with a backslash in their bytes, is read, too", () => {
    expect(unescapedLabel("\\xb1\\xb8\\xc3\\xa8\\xcc\\xde")).toBe("ｱｸﾃｨﾌﾞ");
    expect(unescapedLabel("\\x95\\x5c\\x83\\x5c")).toBe("表ソ");
  });
});

test("a label in UTF-8 stays as it is, and so does one that only looks odd", async () => {
  expect(unescapedLabel("KING\\x20STON\\xc3\\xa9 \u30a2")).toBe("KING STONé ア");
  expect(await labelsOf([stick("100% \\o/ KEYS")])).toMatchObject([{ label: "100% \\o/ KEYS" }]);
  expect(await labelsOf([stick(null)])).toMatchObject([{ label: null }]);
});

test("bytes that are neither UTF-8 nor Shift_JIS are no label: the mount point's name is", async () => {
  expect(unescapedLabel("CL\\x90")).toBeNull();
  expect(await labelsOf([stick("CL\\x90", "/media/operator/5A3C-11F0")])).toMatchObject([{ label: "5A3C-11F0" }]);
});

test("garbage of a volume that is not mounted is left out of the description", async () => {
  const closed = { device: "/dev/sdb", description: "Kingston (\uFFFDA\uFFFDN)", mountpoints: [] };
  expect(await labelsOf([closed])).toEqual([{ label: null, description: "Kingston" }]);
});
