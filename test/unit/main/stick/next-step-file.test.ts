import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { mendNextStep } from "../../../../main/stick/next-step-file.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { emptyStick, read, request, temporaryFolder } from "../../../fixtures/stick-folder.ts";

const fileOn = (stick: Stick) => join(stick.root, "KEYFERRY", "NEXT-STEP.txt");
const textOn = (stick: Stick) => readFile(fileOn(stick), "utf8");
const mend = async (stick: Stick) => await mendNextStep(stick, (await read(stick)).contents.requests);

/** A stick with two requests, whose NEXT-STEP.txt knows only the first, as after a pull. */
async function outOfDate() {
  const stick = await emptyStick();
  await request(stick, "ze-207");
  const old = await readFile(fileOn(stick));
  await request(stick, "ze-208");
  const right = await textOn(stick);
  await writeFile(fileOn(stick), old);
  return { stick, old: old.toString(), right };
}

test("a NEXT-STEP.txt that is out of date is brought up to date, in both languages", async () => {
  const { stick, right } = await outOfDate();
  await mend(stick);
  expect(await textOn(stick)).toBe(right);
  expect(right).toContain("■ 依頼の一覧");
  expect(right).toContain("* The requests");
  expect(await readdir(join(stick.root, "KEYFERRY"))).not.toContain("NEXT-STEP.txt.part");
});

test("one that a pull left empty, or half written, is made whole", async () => {
  const { stick, right } = await outOfDate();
  await writeFile(fileOn(stick), "");
  await mend(stick);
  expect(await textOn(stick)).toBe(right);
  await rm(fileOn(stick));
  await writeFile(`${fileOn(stick)}.part`, right.slice(0, 100));
  await mend(stick);
  expect(await textOn(stick)).toBe(right);
});

test("one that says what the stick says is not written again", async () => {
  const stick = await emptyStick();
  await request(stick);
  const before = await stat(fileOn(stick)); // writing makes another file of that name
  await mend(stick);
  expect((await stat(fileOn(stick))).ino).toBe(before.ino);
});

test("nothing is made where there was none", async () => {
  const stick = await emptyStick();
  await mend(stick);
  expect(await readdir(stick.root)).toEqual([]);
  await request(stick);
  await rm(fileOn(stick));
  await mend(stick);
  expect(await readdir(join(stick.root, "KEYFERRY"))).not.toContain("NEXT-STEP.txt");
});

test("a text that somebody else wrote there stays", async () => {
  const { stick } = await outOfDate();
  await writeFile(fileOn(stick), "Our own notes");
  await mend(stick);
  expect(await textOn(stick)).toBe("Our own notes");
});

test("KEYFERRY/ that is swapped for a link meanwhile: nothing is written outside the stick", async () => {
  const { stick } = await outOfDate();
  const elsewhere = await temporaryFolder();
  const { contents } = await read(stick);
  await writeFile(join(elsewhere, "NEXT-STEP.txt"), "theirs");
  // The stick is checked last before the write: the folder is swapped right after that.
  const check = async () => {
    await rename(join(stick.root, "KEYFERRY"), join(stick.root, "aside"));
    await symlink(elsewhere, join(stick.root, "KEYFERRY"));
    return ok(undefined);
  };
  await mendNextStep({ ...stick, check }, contents.requests);
  expect(await readdir(elsewhere)).toEqual(["NEXT-STEP.txt"]);
  expect(await readFile(join(elsewhere, "NEXT-STEP.txt"), "utf8")).toBe("theirs");
});

test("a stick that a newer Keyferry wrote to is left as it is", async () => {
  const { stick, old } = await outOfDate();
  const [{ folder } = { folder: "" }] = (await read(stick)).contents.requests;
  const ticket = join(stick.root, "KEYFERRY", folder, "ticket.json");
  await writeFile(ticket, (await readFile(ticket, "utf8")).replace('"version": 1', '"version": 2'));
  await mend(stick);
  expect(await textOn(stick)).toBe(old);
});

test("nothing is written through a link, be it the file or the folder", async () => {
  const elsewhere = await temporaryFolder();
  const { stick, old } = await outOfDate();
  const { requests } = (await read(stick)).contents;
  await writeFile(join(elsewhere, "NEXT-STEP.txt"), old);
  await rm(fileOn(stick));
  await symlink(join(elsewhere, "NEXT-STEP.txt"), fileOn(stick));
  await mendNextStep(stick, requests);
  const other = await emptyStick();
  await symlink(elsewhere, join(other.root, "KEYFERRY"));
  await mendNextStep(other, requests);
  expect(await readFile(join(elsewhere, "NEXT-STEP.txt"), "utf8")).toBe(old);
  expect(await readdir(elsewhere)).toEqual(["NEXT-STEP.txt"]);
});

test("a stick that cannot be written, or is gone, is no error", async () => {
  const { stick, old } = await outOfDate();
  const { requests } = (await read(stick)).contents;
  await mkdir(`${fileOn(stick)}.part`); // in the way of the new one
  await expect(mendNextStep(stick, requests)).resolves.toBeUndefined();
  expect(await textOn(stick)).toBe(old);
  await rm(`${fileOn(stick)}.part`, { recursive: true });
  const another = { root: stick.root, check: async () => err({ code: "stick-changed" } as const) };
  await expect(mendNextStep(another, requests)).resolves.toBeUndefined();
  expect(await textOn(stick)).toBe(old);
});
