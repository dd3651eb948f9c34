import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, readlink, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { asBytes } from "../../../../main/steps/record-head.ts";
import { commitFiles } from "../../../../main/stick/commit.ts";
import { freeName } from "../../../../main/stick/free-name.ts";
import { readBack } from "../../../../main/stick/read-back.ts";
import { anyFolder, writeFileSafely } from "../../../../main/stick/safe-write.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { stickFault } from "../../../../main/stick/stick-fault.ts";
import { keepOtherBytes } from "../../../fixtures/harmed-medium.ts";
import { emptyStick, put, temporaryFolder } from "../../../fixtures/stick-folder.ts";

const files = [
  { name: "av_1_A.key", bytes: asBytes("key") },
  { name: "answer.json", bytes: asBytes("{}") },
];
const FOLDER = "ze-207-3F9A2C7K1M";

/** Does something before each sync of a file or folder, in place of the sync: a write makes several. */
async function atEachSync(work: () => Promise<void>): Promise<void> {
  const handle = await open(await temporaryFolder());
  const sync = vi.spyOn(Object.getPrototypeOf(handle), "sync").mockImplementation(work);
  await handle.close();
  onTestFinished(() => sync.mockRestore());
}

describe("commitFiles", () => {
  test("writes the files and leaves nothing half written", async () => {
    const stick = await emptyStick();
    expect(await commitFiles(stick, FOLDER, files)).toEqual({ ok: true, value: undefined });
    expect((await readdir(join(stick.root, "KEYFERRY", FOLDER))).sort()).toEqual(["answer.json", "av_1_A.key"]);
  });

  test("never replaces a key, and writes nothing then", async () => {
    const stick = await emptyStick();
    await put(stick, `KEYFERRY/${FOLDER}/av_1_A.key`, "theirs");
    const file = `KEYFERRY/${FOLDER}/av_1_A.key`;
    expect(await commitFiles(stick, FOLDER, files)).toEqual({ ok: false, error: { code: "stick-name-taken", file } });
    expect(await readFile(join(stick.root, file), "utf8")).toBe("theirs");
    expect(await readdir(join(stick.root, "KEYFERRY", FOLDER))).toEqual(["av_1_A.key"]);
  });

  test("replaces the record of an earlier refusal", async () => {
    const stick = await emptyStick();
    await put(stick, `KEYFERRY/${FOLDER}/answer.json`, "refused");
    expect((await commitFiles(stick, FOLDER, files)).ok).toBe(true);
    expect(await readFile(join(stick.root, "KEYFERRY", FOLDER, "answer.json"), "utf8")).toBe("{}");
  });

  test.each([
    ["KEYFERRY is a file", (root: string) => writeFile(join(root, "KEYFERRY"), "x"), "KEYFERRY"],
    ["KEYFERRY is a link", (root: string) => symlink("/tmp", join(root, "KEYFERRY")), "KEYFERRY"],
  ])("writes nowhere when %s", async (_, harm, file) => {
    const stick = await emptyStick();
    await harm(stick.root);
    expect(await commitFiles(stick, FOLDER, files)).toEqual({ ok: false, error: { code: "stick-name-taken", file } });
  });

  test("says how much room is missing", async () => {
    const stick = await emptyStick();
    const huge = { name: "av_1_A.key", bytes: { length: Number.MAX_SAFE_INTEGER / 4 } as Uint8Array }; // never read
    expect(await commitFiles(stick, FOLDER, [huge])).toMatchObject({ error: { code: "stick-full" } });
    expect(await readdir(stick.root)).toEqual([]);
  });
});

describe("a medium that keeps other bytes than it was given", () => {
  const path = (stick: Stick, name: string) => join(stick.root, "KEYFERRY", FOLDER, name);
  const unlike = (name: string) => {
    return { ok: false, error: { code: "stick-read-back", file: `KEYFERRY/${FOLDER}/${name}` } };
  };

  test("gets no record of a key that it spoils", async () => {
    const stick = await emptyStick();
    await keepOtherBytes(path(stick, "av_1_A.key"));
    expect(await commitFiles(stick, FOLDER, files)).toEqual(unlike("av_1_A.key"));
    expect(await readdir(path(stick, ""))).toEqual(["av_1_A.key"]);
  });

  test("does not keep a record that it spoils", async () => {
    const stick = await emptyStick();
    await keepOtherBytes(path(stick, "answer.json"));
    expect(await commitFiles(stick, FOLDER, files)).toEqual(unlike("answer.json"));
    expect(await readdir(path(stick, ""))).toEqual(["av_1_A.key"]);
  });
});

describe("a request's folder that is swapped for a link while files are written", () => {
  const link = { ok: false, error: { code: "stick-name-taken", file: `KEYFERRY/${FOLDER}` } };

  test.each([
    ["before the first file", (names: readonly string[]) => names.length === 0],
    ["while the first file is written", (names: readonly string[]) => names.includes("av_1_A.key.part")],
    ["between the files", (names: readonly string[]) => names.includes("av_1_A.key")],
    ["while the record is written", (names: readonly string[]) => names.includes("answer.json.part")],
  ])("leads nothing out of the stick: %s", async (_, isTime) => {
    const [stick, elsewhere] = [await emptyStick(), await temporaryFolder()];
    const path = join(stick.root, "KEYFERRY", FOLDER);
    for (const name of ["answer.json", "answer.json.part", "av_1_A.key.part"]) {
      await writeFile(join(elsewhere, name), "theirs");
    }
    await atEachSync(async () => {
      const names = await readdir(path).catch(() => null);
      if (names === null || !isTime(names) || existsSync(join(stick.root, "moved"))) return;
      await rename(path, join(stick.root, "moved"));
      await symlink(elsewhere, path);
    });
    expect(await commitFiles(stick, FOLDER, files)).toEqual(link);
    expect((await readdir(elsewhere)).sort()).toEqual(["answer.json", "answer.json.part", "av_1_A.key.part"]);
    for (const name of await readdir(elsewhere)) expect(await readFile(join(elsewhere, name), "utf8")).toBe("theirs");
  });
});

describe("writeFileSafely", () => {
  test("a file that got its name and did not reach the medium does not stay", async () => {
    const folder = await temporaryFolder();
    await atEachSync(async () => {
      if (existsSync(join(folder, "a.key"))) throw Object.assign(new Error(), { code: "EIO" });
    });
    const error = { code: "stick-io-error", detail: "EIO" };
    expect(await writeFileSafely(folder, "a.key", asBytes("x"), anyFolder)).toEqual({ ok: false, error });
    expect(await readdir(folder)).toEqual([]);
  });

  test("replaces what an earlier, cut off write left", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a.key.part"), "half");
    expect((await writeFileSafely(folder, "a.key", asBytes("whole"), anyFolder)).ok).toBe(true);
    expect(await readdir(folder)).toEqual(["a.key"]);
  });

  test("does not extend what an earlier, cut off write left: on FAT its clusters may be more than its size", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a.key.part"), "");
    const left = await open(join(folder, "a.key.part"));
    onTestFinished(() => left.close());
    expect((await writeFileSafely(folder, "a.key", asBytes("whole"), anyFolder)).ok).toBe(true);
    expect((await left.stat()).size).toBe(0);
    expect(await readdir(folder)).toEqual(["a.key"]);
    expect(await readFile(join(folder, "a.key"), "utf8")).toBe("whole");
  });

  test.each([
    ["shorter", ""],
    ["longer", "x".repeat(100)],
  ])("the name of a leftover that is %s than the new file is never free meanwhile", async (_, text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "answer.json.part"), text);
    const free: string[] = [];
    await atEachSync(async () => {
      const names = await readdir(folder);
      if (!names.includes("answer.json.part") && !names.includes("answer.json")) free.push(names.join());
    });
    expect((await writeFileSafely(folder, "answer.json", asBytes("{}"), anyFolder)).ok).toBe(true);
    expect(free).toEqual([]);
  });

  test("nor does it become free when the write fails", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "answer.json.part"), "ALAS");
    await mkdir(join(folder, "answer.json"));
    expect((await writeFileSafely(folder, "answer.json", asBytes("{}"), anyFolder)).ok).toBe(false);
    expect((await readdir(folder)).sort()).toEqual(["answer.json", "answer.json.part"]);
  });

  test("two leftovers of one file are both replaced", async () => {
    const folder = await temporaryFolder();
    for (const name of ["a.key.part", "a.key.part.part"]) await writeFile(join(folder, name), "half");
    expect((await writeFileSafely(folder, "a.key", asBytes("whole"), anyFolder)).ok).toBe(true);
    expect(await readdir(folder)).toEqual(["a.key"]);
  });

  test("does not write through a link that somebody put in its way", async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await symlink(join(elsewhere, "victim"), join(folder, "a.key.part"));
    expect(await writeFileSafely(folder, "a.key", asBytes("x"), anyFolder)).toMatchObject({
      error: { code: "stick-name-taken" },
    });
    expect(await readdir(elsewhere)).toEqual([]);
  });

  test("a folder in its place is an error, and leaves nothing of ours", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "a.key"));
    expect((await writeFileSafely(folder, "a.key", asBytes("x"), anyFolder)).ok).toBe(false);
    expect(await readdir(folder)).toEqual(["a.key"]);
  });
});

describe("readBack", () => {
  test.each([0, 1, 511, 512, 4095, 4096, 4097, 8192, 70_000, 2 ** 20])("reads %i bytes again", async (length) => {
    const folder = await temporaryFolder();
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 251);
    expect((await writeFileSafely(folder, "a.key", bytes, anyFolder)).ok).toBe(true);
    expect(await readBack(join(folder, "a.key"), bytes, "a.key")).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ["one byte is another", "kez"],
    ["one is missing", "ke"],
    ["there is one more", "keyx"],
    ["there is none", ""],
  ])("notices that %s", async (_, found) => {
    const path = join(await temporaryFolder(), "a.key");
    await writeFile(path, found);
    const error = { code: "stick-read-back", file: "a.key" };
    expect(await readBack(path, asBytes("key"), "a.key")).toEqual({ ok: false, error });
  });
});

describe("freeName", () => {
  test("numbers a name that is taken", async () => {
    const folder = await temporaryFolder();
    expect(await freeName(folder, "av_1_A.key")).toEqual({ ok: true, value: "av_1_A.key" });
    await writeFile(join(folder, "av_1_A.key"), "");
    await writeFile(join(folder, "av_1_copy2_A.key"), "");
    expect(await freeName(folder, "av_1_A.key")).toEqual({ ok: true, value: "av_1_copy3_A.key" });
  });

  test("a numbered name is not longer than a record takes", async () => {
    const folder = await temporaryFolder();
    const name = `${"x".repeat(60)}.key`;
    await writeFile(join(folder, name), "");
    expect(await freeName(folder, name)).toEqual({ ok: true, value: `${"x".repeat(54)}_copy2.key` });
  });

  test("a folder that is not there yet has every name free", async () => {
    expect(await freeName(join(await temporaryFolder(), "new"), "a.key")).toEqual({ ok: true, value: "a.key" });
  });
});

test.each([
  ["ENOSPC", "stick-full"],
  ["EDQUOT", "stick-full"],
  ["EROFS", "stick-read-only"],
  ["EACCES", "stick-no-permission"],
  ["EPERM", "stick-no-permission"],
  ["ENOENT", "stick-gone"],
  ["ENODEV", "stick-gone"],
  ["ESTALE", "stick-gone"],
  ["EIO", "stick-io-error"],
  ["ENAMETOOLONG", "stick-io-error"],
])("%s is %s", (code, expected) => {
  expect(stickFault(Object.assign(new Error(), { code })).code).toBe(expected);
});

test.each(["EINVAL", "ENAMETOOLONG", "EILSEQ"])("%s for a name is that name's fault", (code) => {
  const error = Object.assign(new Error(), { code });
  expect(stickFault(error, 0, "av_1_A.key")).toEqual({ code: "stick-name-refused", file: "av_1_A.key" });
});

test("a name that the file system does not take is named", async () => {
  const [folder, name] = [await temporaryFolder(), `${"x".repeat(300)}.key`];
  const problem = { code: "stick-name-refused", file: name };
  expect(await writeFileSafely(folder, name, asBytes("x"), anyFolder)).toEqual({ ok: false, error: problem });
});

test("an error without an errno is not blamed on the stick", () => {
  expect(stickFault(new TypeError("odd"))).toEqual({ code: "unexpected", detail: "odd" });
});

test("no handle stays on the stick after a commit", async () => {
  const stick = await emptyStick();
  await commitFiles(stick, FOLDER, files);
  const handles = (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ""));
  expect((await Promise.all(handles)).filter((path) => path.startsWith(stick.root))).toEqual([]);
});
