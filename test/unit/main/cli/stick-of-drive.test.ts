import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Drive } from "../../../../core/drives/drive.ts";
import { NO_POLICY, type SitePolicy } from "../../../../core/policy/site-policy.ts";
import { err, ok } from "../../../../core/result.ts";
import { stickOfDrive } from "../../../../main/cli/stick-of-drive.ts";
import { noMemory } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";
import * as sample from "../../../gallery/samples.ts";

/** The command line at a site with these rules, where the system lists these drives. */
function site(policy: SitePolicy, drives: readonly Drive[] | "unknown" = []) {
  const asked = { times: 0 };
  const context = { ...fakeContext(), ask: async () => err({ code: "net-offline" } as const), ...noMemory, policy };
  const list = async () => {
    asked.times += 1;
    return drives === "unknown" ? err({ code: "drives-hang", ms: 5_000 } as const) : ok(drives);
  };
  return { world: { context, drives: { list } }, asked };
}

const noFolders: SitePolicy = { ...NO_POLICY, allowFolders: false };
const forbidden = err({ code: "folder-forbidden" });

test("without a policy any folder will do, and the drives are not even listed", async () => {
  const path = await temporaryFolder();
  const { world, asked } = site(NO_POLICY);
  expect(await stickOfDrive(path, world)).toMatchObject({ ok: true, value: { root: path } });
  expect(asked.times).toBe(0);
});

test("where folders are forbidden, a listed stick will do, also by a link to it", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "KINGSTON");
  await mkdir(path);
  await symlink(path, join(folder, "link"));
  const { world } = site(noFolders, [sample.cardReader, { ...sample.stick, path }]);
  expect(await stickOfDrive(path, world)).toMatchObject({ ok: true, value: { root: path } });
  expect(await stickOfDrive(`${path}/`, world)).toMatchObject({ ok: true });
  expect(await stickOfDrive(join(folder, "link"), world)).toMatchObject({ ok: true, value: { root: path } });
});

test.each([
  ["a folder while no stick is plugged in", []],
  ["a folder beside a stick", [{ ...sample.stick, path: "/media/op/KINGSTON" }]],
  ["a disk of the computer", "its own path"],
] as const)("where folders are forbidden: not %s", async (_, drives) => {
  const path = await temporaryFolder();
  const listed = drives === "its own path" ? [{ ...sample.systemDisk, path }] : drives;
  expect(await stickOfDrive(path, site(noFolders, listed).world)).toEqual(forbidden);
});

test("where folders are forbidden, a folder on a stick is one, too", async () => {
  const path = await temporaryFolder();
  await mkdir(join(path, "below"));
  const { world } = site(noFolders, [{ ...sample.stick, path }]);
  expect(await stickOfDrive(join(path, "below"), world)).toEqual(forbidden);
});

test("drives that cannot be listed are no reason to take a folder", async () => {
  const { world } = site(noFolders, "unknown");
  expect(await stickOfDrive(await temporaryFolder(), world)).toEqual(err({ code: "drives-hang", ms: 5_000 }));
});
