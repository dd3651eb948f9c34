import { expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { type RootIdentity, stickAtRoot } from "../../../../main/drives/stick-at-root.ts";
import { done } from "../../../fixtures/done.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";

const kingston = { serial: "60A44C413A2B", volumeId: "5A3C-11F0", label: "KINGSTON" };
const stick: RootIdentity = { device: 2065, inode: 1, blocks: 3_906_016, type: 0x4d44, stick: kingston };
const folder: RootIdentity = { ...stick, stick: null };

/** What a check says when something looks like `later` at a place where it looked like `chosen`. */
async function checked(chosen: RootIdentity, later: RootIdentity) {
  let looks = 0;
  const found = done(await stickAtRoot(await temporaryFolder(), async () => ok(looks++ === 0 ? chosen : later)));
  return await found.check();
}

test("a folder whose disk grows or shrinks is the same one: with quotas, on ZFS and on shares it does so by itself", async () => {
  expect(await checked(folder, { ...folder, blocks: 4_000_000 })).toEqual(ok(undefined));
});

test.each<[string, RootIdentity, RootIdentity]>([
  ["a stick of another size", stick, { ...stick, blocks: 4_000_000 }],
  ["a stick with another serial number", stick, { ...stick, stick: { ...kingston, serial: "1C6F654E5C3D" } }],
  ["a folder on another device", folder, { ...folder, device: 2081 }],
  ["a folder that was made anew", folder, { ...folder, inode: 2 }],
  ["a folder with another file system", folder, { ...folder, type: 0xef53 }],
])("%s is another one", async (_, chosen, later) => {
  expect(await checked(chosen, later)).toEqual(err({ code: "stick-changed" }));
});
