import { cp, rename, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readStick } from "../../../../main/stick/read-stick.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { done } from "../../../fixtures/done.ts";
import { fetchWith, notAsked } from "../../../fixtures/fetching.ts";
import { failAt } from "../../../fixtures/harmed-medium.ts";
import { answer, emptyStick, onlyRequest, put, read, request } from "../../../fixtures/stick-folder.ts";

const inFolder = (stick: Stick, folder: string, ...names: string[]) => join(stick.root, "KEYFERRY", folder, ...names);

describe("a KEYFERRY that cannot be read is not taken for an empty stick", () => {
  test.each([
    ["it may not be opened", "opendir", "EACCES", "stick-no-permission"],
    ["it may not even be looked at", "lstat", "EACCES", "stick-no-permission"],
    ["the medium fails", "opendir", "EIO", "stick-io-error"],
  ] as const)("%s", async (_, call, errno, code) => {
    const stick = await emptyStick();
    await request(stick);
    failAt(call, join(stick.root, "KEYFERRY"), errno);
    expect(await readStick(stick)).toMatchObject({ ok: false, error: { code } });
  });
});

describe("a key that a browser saved into the request's folder is offered, whatever stood there before", () => {
  const offered = async (stick: Stick) => (await read(stick)).contents.byHand.keys.map(({ file }) => file);

  test("after a refusal", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await answer(stick, id, { refusal: { code: "2.1", name: "ALAS_UNKNOWN_SITEID" } });
    await put(stick, `KEYFERRY/${folder}/av_9_A.key`, "by browser");
    expect(await onlyRequest(stick)).toMatchObject({ state: "refused" });
    expect(await offered(stick)).toEqual([`KEYFERRY/${folder}/av_9_A.key`]);
  });

  test("beside a harmed key, which is not offered itself", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await answer(stick, id);
    await truncate(inFolder(stick, folder, "av_12345_A.key"));
    await put(stick, `KEYFERRY/${folder}/av_9_A.key`, "by browser");
    expect(await onlyRequest(stick)).toMatchObject({ state: "damaged" });
    expect(await offered(stick)).toEqual([`KEYFERRY/${folder}/av_9_A.key`]);
  });

  test("beside a whole one", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await answer(stick, id);
    await put(stick, `KEYFERRY/${folder}/av_9_A.key`, "by browser");
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered" });
    expect(await offered(stick)).toEqual([`KEYFERRY/${folder}/av_9_A.key`]);
  });

  test("one whose record is torn, too", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await answer(stick, id);
    await put(stick, `KEYFERRY/${folder}/answer.json`, "{");
    expect(await offered(stick)).toEqual([`KEYFERRY/${folder}/av_12345_A.key`]);
  });

  test("but not one that a newer Keyferry may know more of", async () => {
    const stick = await emptyStick();
    const { folder } = await request(stick);
    await put(stick, `KEYFERRY/${folder}/answer.json`, '{ "version": 2 }');
    await put(stick, `KEYFERRY/${folder}/av_9_A.key`, "by browser");
    expect(await offered(stick)).toEqual([]);
  });
});

describe("of a folder and its copy the one that tells more is gone on with", () => {
  /** A request whose folder was copied before something became of it; the copy sorts first, or last. */
  async function copied(name: string) {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    const copy = `${name}-${id}`;
    await cp(inFolder(stick, folder), inFolder(stick, copy), { recursive: true });
    await rename(inFolder(stick, copy), join(stick.root, copy)); // carried elsewhere meanwhile
    return { stick, id, folder, copy, comeBack: () => rename(join(stick.root, copy), inFolder(stick, copy)) };
  }

  test.each(["a", "z"])("a harmed key, not a copy from before the fetch (%s)", async (name) => {
    const { stick, id, folder, comeBack } = await copied(name);
    await answer(stick, id);
    await writeFile(inFolder(stick, folder, "av_12345_A.key"), "harmed");
    await comeBack();
    expect((await read(stick)).open.get(id)).toMatchObject({ folder, request: { next: "fetch-again-knowingly" } });
    expect(done((await fetchWith(stick, notAsked)).outcome), "nobody named it").toEqual([]);
  });

  test.each(["a", "z"])("a whole key whose URL was harmed, not a copy from before the fetch (%s)", async (name) => {
    const { stick, id, folder, comeBack } = await copied(name);
    await answer(stick, id);
    await truncate(inFolder(stick, folder, "activation-url.txt"));
    await comeBack();
    expect((await read(stick)).ticketed.get(id)).toMatchObject({ folder, request: { next: "deliver" } });
  });

  test.each(["a", "z"])("a harmed key, also where its URL was harmed as well (%s)", async (name) => {
    const { stick, id, folder, comeBack } = await copied(name);
    await answer(stick, id);
    for (const file of ["activation-url.txt", "av_12345_A.key"]) await truncate(inFolder(stick, folder, file));
    await comeBack();
    expect((await read(stick)).ticketed.get(id)).toMatchObject({ folder, request: { next: "request-again" } });
    expect(done((await fetchWith(stick, notAsked)).outcome)).toEqual([]);
  });

  test.each(["a", "z"])("a copy from before, not a request without its URL (%s)", async (name) => {
    const { stick, id, folder, copy, comeBack } = await copied(name);
    await truncate(inFolder(stick, folder, "activation-url.txt"));
    await comeBack();
    expect((await read(stick)).open.get(id)).toMatchObject({ folder: copy, request: { state: "requested" } });
  });
});

test.each([
  ["the mark of a fetch that was cut off", "answer.json.part"],
  ["what ALAS said", "alas-answer.txt"],
])("a crowd of foreign files does not hide %s", async (_, name) => {
  const stick = await emptyStick();
  const { folder } = await request(stick);
  for (let nth = 0; nth < 200; nth += 1) await writeFile(inFolder(stick, folder, `0${nth}`), "");
  await put(stick, `KEYFERRY/${folder}/${name}`, "");
  expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete", next: "fetch-again-knowingly" });
});
