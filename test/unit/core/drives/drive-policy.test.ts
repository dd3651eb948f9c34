import { describe, expect, test } from "vitest";
import {
  driveIdOf,
  holdsSystem,
  judgeDrive,
  LARGE_BYTES,
  type RawDrive,
  type RawVolume,
} from "../../../../core/drives/drive-policy.ts";
import { parseListedDrive } from "../../../../core/drives/listed-drive.ts";

const volume: RawVolume = { totalBytes: 16e9, freeBytes: 8e9, fileSystem: "exfat", readOnly: false, requests: 2 };
const stick: RawDrive = {
  id: driveIdOf("d", "0123456789abcdef"),
  description: "Kingston DataTraveler",
  busType: "USB",
  size: 16_008_609_792,
  isSystem: false,
  isRemovable: true,
  isUSB: true,
  isCard: null,
  isReadOnly: false,
  isVirtual: false,
  mount: { path: "/media/x/STICK", label: "STICK", volume },
};

const judged = (more: Partial<RawDrive>) => {
  const { usable, hidden, reason } = judgeDrive({ ...stick, ...more });
  return { usable, hidden, reason };
};
const usable = { usable: true, hidden: false, reason: null };
const withVolume = (more: Partial<RawVolume>) => ({
  mount: { path: "/m", label: null, volume: { ...volume, ...more } },
});

test("an ordinary stick is usable, with its volume's figures", () => {
  expect(judgeDrive(stick)).toEqual({
    id: "d-0123456789ab",
    path: "/media/x/STICK",
    label: "STICK",
    description: "Kingston DataTraveler",
    bus: "USB",
    fileSystem: "exfat",
    sizeBytes: 16e9,
    freeBytes: 8e9,
    removable: true,
    readOnly: false,
    usable: true,
    hidden: false,
    reason: null,
    requests: 2,
  });
});

describe("the computer's own disk is hidden", () => {
  test("even if it is on USB and removable", () => {
    expect(judged({ isSystem: true })).toEqual({ usable: false, hidden: true, reason: "system" });
  });
  test.each([
    ["/", true],
    ["/boot", true],
    ["/boot/efi", true],
    ["[SWAP]", true],
    ["/run/media/x/STICK", false],
    ["/home/x/stick", false],
    ["/bootleg", false],
    ["E:\\", false],
  ])("mounted at %s: %s", (path, expected) => {
    expect(holdsSystem([{ path: "/mnt" }, { path }])).toBe(expected);
  });
});

describe("an internal disk is hidden", () => {
  const internal = { usable: false, hidden: true, reason: "internal" };
  test.each([
    ["neither removable nor on USB", { isRemovable: false, isUSB: false }, internal],
    ["not removable, bus unknown", { isRemovable: false, isUSB: null }, internal],
    ["an empty device of the system's own making", { isVirtual: true, mount: null }, internal],
    ["a fast stick that calls itself a fixed disk", { isRemovable: false, isUSB: true }, usable],
    ["a card in a built-in reader", { isRemovable: false, isUSB: false, isCard: true }, usable],
    ["removable without USB", { isRemovable: true, isUSB: false }, usable],
  ])("%s", (_, more, expected) => expect(judged(more)).toEqual(expected));
});

describe("a drive without a mount point says why", () => {
  test.each([
    ["a reader without a card, size null", { mount: null, size: null }, "no-medium"],
    ["a reader without a card, size 0", { mount: null, size: 0 }, "no-medium"],
    ["a stick of one byte", { mount: null, size: 1 }, "not-mounted"],
  ])("%s", (_, more, reason) => expect(judged(more)).toEqual({ usable: false, hidden: false, reason }));
});

test("a mounted drive whose file system does not respond is unreadable", () => {
  const locked = { mount: { path: "E:\\", label: null, volume: null } };
  expect(judged(locked)).toEqual({ usable: false, hidden: false, reason: "unreadable" });
});

describe("a large drive is usable, with a warning", () => {
  test.each([
    [LARGE_BYTES, null],
    [LARGE_BYTES + 1, "large"],
  ])("%i bytes: %s", (totalBytes, reason) => {
    expect(judged(withVolume({ totalBytes }))).toEqual({ usable: true, hidden: false, reason });
  });
});

describe("a read-only drive is usable: step 3 only reads", () => {
  test.each([
    ["the switch on the stick", { isReadOnly: true }],
    ["the mount", withVolume({ readOnly: true })],
  ])("%s", (_, more) => expect(judgeDrive({ ...stick, ...more })).toMatchObject({ usable: true, readOnly: true }));
});

describe("an odd device", () => {
  test("without a name is left out", () => {
    for (const odd of [null, 7, "x", {}, { device: 3 }]) expect(parseListedDrive(odd)).toBeNull();
  });
  test("with only a name is hidden", () => {
    const odd = parseListedDrive({ device: "/dev/sdz", mountpoints: "?", size: "big" });
    expect(odd).toMatchObject({ isSystem: true, size: null, mountpoints: [] });
  });
});
