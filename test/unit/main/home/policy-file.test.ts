import { execFileSync } from "node:child_process";
import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { NO_POLICY } from "../../../../core/policy/site-policy.ts";
import { readSitePolicy, systemPolicyFile } from "../../../../main/home/policy-file.ts";
import { temporaryFolder } from "../../../fixtures/stick-folder.ts";

const POLICY = { format: "keyferry-policy", version: 1 };
const text = (rules: object = {}) => JSON.stringify({ ...POLICY, ...rules });

let folder: string;
let file: string;
beforeEach(async () => {
  folder = join(await temporaryFolder(), "keyferry");
  await mkdir(folder, { mode: 0o755 });
  file = join(folder, "policy.json");
});

const unusable = (fault: object, named = file) => ({
  ok: false,
  error: { code: "policy-unusable", file: named, fault },
});

test.each([
  ["linux", "/etc/keyferry/policy.json"],
  ["darwin", "/Library/Application Support/Keyferry/policy.json"],
  ["win32", "C:\\ProgramData\\Keyferry\\policy.json"],
] as const)(
  "on %s the administrator's policy lies in the system's own folder, whatever a user's variables say",
  (platform, path) => {
    vi.stubEnv("ProgramData", "D:\\mine");
    vi.stubEnv("XDG_CONFIG_DIRS", "/home/mine");
    try {
      expect(systemPolicyFile(platform)).toBe(path);
    } finally {
      vi.unstubAllEnvs();
    }
  },
);

describe("the system's file", () => {
  test("need not be there, nor its folder", async () => {
    expect(await readSitePolicy(file, null)).toEqual({ ok: true, value: NO_POLICY });
    expect(await readSitePolicy(join(folder, "none", "policy.json"), null)).toEqual({ ok: true, value: NO_POLICY });
  });

  test("says the rules of the site", async () => {
    await writeFile(file, text({ requireNote: true }));
    expect(await readSitePolicy(file, null)).toMatchObject({ ok: true, value: { requireNote: true, files: [file] } });
  });

  test("of 64 KiB is read, and one byte more is not", async () => {
    await writeFile(file, text().padEnd(64 * 1024));
    expect((await readSitePolicy(file, null)).ok).toBe(true);
    await writeFile(file, text().padEnd(64 * 1024 + 1));
    expect(await readSitePolicy(file, null)).toEqual(unusable({ type: "too-large", limit: 65_536 }));
  });

  test.each([
    ["others", 0o646, 0o755],
    ["its group", 0o664, 0o755],
    ["its folder's group", 0o644, 0o775],
    ["others in its folder, though each only his own files", 0o644, 0o1777],
  ])("that %s may write says nothing about the administrator's will", async (_, fileMode, folderMode) => {
    await writeFile(file, text());
    await chmod(file, fileMode);
    await chmod(folder, folderMode);
    expect(await readSitePolicy(file, null)).toEqual(unusable({ type: "writable-by-all" }));
  });

  test("is not used when others may replace a folder above it, unless each may replace only his own", async () => {
    const parent = dirname(folder);
    await writeFile(file, text());
    await chmod(parent, 0o777);
    expect(await readSitePolicy(file, null)).toEqual(unusable({ type: "writable-by-all" }));
    await chmod(parent, 0o1777);
    expect((await readSitePolicy(file, null)).ok).toBe(true);
  });

  test("is not used when it is a link to a file in a folder that others may write", async () => {
    const open = join(await temporaryFolder(), "open");
    await mkdir(open);
    await chmod(open, 0o777);
    await writeFile(join(open, "policy.json"), text());
    await symlink(join(open, "policy.json"), file);
    expect(await readSitePolicy(file, null)).toEqual(unusable({ type: "writable-by-all" }));
  });

  test("that says one thing twice is not used: only one of the two would hold", async () => {
    await writeFile(file, '{"format":"keyferry-policy","version":1,"allowFolders":false,"allowFolders":true}');
    expect(await readSitePolicy(file, null)).toEqual(unusable({ type: "duplicate-key", key: "allowFolders" }));
  });

  test.each([
    ["a folder", () => mkdir(file), { type: "no-file" }],
    ["a pipe, which would keep us waiting", async () => void execFileSync("mkfifo", [file]), { type: "no-file" }],
    ["a device", () => symlink("/dev/zero", file), { type: "no-file" }],
    [
      "a link to what is gone",
      () => symlink(join(folder, "share", "policy.json"), file),
      { type: "unreadable", detail: "ENOENT" },
    ],
    ["a link in a circle", () => symlink(file, file), { type: "unreadable", detail: "ELOOP" }],
    ["not UTF-8", () => writeFile(file, Buffer.from(text(), "utf16le")), { type: "not-json" }],
    ["wrong in one rule", () => writeFile(file, text({ hosts: ["*"] })), { type: "wrong-host", host: "*" }],
  ])("%s is said, and never taken for none", async (_, make, fault) => {
    await make();
    expect(await readSitePolicy(file, null)).toEqual(unusable(fault));
  });

  test("whose folder is a file is said", async () => {
    await writeFile(file, "x");
    const below = join(file, "policy.json");
    expect(await readSitePolicy(below, null)).toEqual(unusable({ type: "unreadable", detail: "ENOTDIR" }, below));
  });
});

describe("the file that --policy names", () => {
  test("must be there", async () => {
    const named = join(folder, "mine.json");
    expect(await readSitePolicy(file, named)).toEqual(unusable({ type: "unreadable", detail: "ENOENT" }, named));
  });

  test("must be named", async () => {
    expect(await readSitePolicy(file, "")).toMatchObject({ error: { file: "", fault: { type: "unreadable" } } });
  });

  test("is the user's own, so that anybody may write it", async () => {
    const named = join(folder, "mine.json");
    await writeFile(named, text({ allowFolders: false }));
    await chmod(named, 0o666);
    expect(await readSitePolicy(file, named)).toMatchObject({ value: { allowFolders: false, files: [named] } });
  });

  test("lifts nothing, and does not stand in for a system's file that is wrong", async () => {
    const named = join(folder, "mine.json");
    await writeFile(named, text({ allowFolders: true, hosts: ["b.example"] }));
    await writeFile(file, text({ allowFolders: false }));
    expect(await readSitePolicy(file, named)).toMatchObject({
      value: { allowFolders: false, hosts: [], ignoredHosts: ["b.example"], files: [file, named] },
    });
    await writeFile(file, "{");
    expect(await readSitePolicy(file, named)).toEqual(unusable({ type: "not-json" }));
  });
});
