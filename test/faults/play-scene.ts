import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { stickAtFolder } from "../../main/drives/stick-at-folder.ts";
import { saveRequest } from "../../main/steps/request.ts";
import { newFolder, runJson } from "../fixtures/cli.ts";
import { fakeContext } from "../fixtures/context.ts";
import { assetIdOf, type Fault, type Scene } from "./fault.ts";

/** What one fault came to: the app's words, the server's log, the stick. */
export interface Seen {
  readonly assetId: string;
  readonly exit: number;
  // biome-ignore lint/suspicious/noExplicitAny: the command line's JSON; the tests themselves say which shape it has
  readonly result: any;
  readonly requests: number;
  /** Bytes of the answer that this computer kept for support; null where it kept none. */
  readonly kept: number | null;
  /** The names in the request's folder besides the request itself, in order. */
  readonly stick: readonly string[];
  /** The key on the stick, where there is one. */
  readonly key: Buffer | null;
}

const AT_ONCE = 20;

/** Puts requests on a stick, as step 1 does: a few on a stick of their own, since each reads all that are there already. */
export async function requestAll(path: string, assetIds: readonly string[]): Promise<void> {
  await mkdir(join(path, "KEYFERRY"), { recursive: true });
  for (let from = 0; from < assetIds.length; from += AT_ONCE) {
    const part = await newFolder();
    await requestSome(part.path, assetIds.slice(from, from + AT_ONCE));
    const made = await readdir(join(part.path, "KEYFERRY"));
    await Promise.all(made.map((name) => rename(join(part.path, "KEYFERRY", name), join(path, "KEYFERRY", name))));
    await part.remove();
  }
}

async function requestSome(path: string, assetIds: readonly string[]): Promise<void> {
  const found = await stickAtFolder(path);
  if (!found.ok) throw new Error(found.error.code);
  const context = { ...fakeContext(), random: randomBytes };
  for (const assetId of assetIds) {
    const pasted = `https://alas.stratus.com/alas/activate?siteid=${assetId}`;
    const made = await saveRequest(found.value, { pasted, minimal: false, again: false }, context);
    if (!made.ok) throw new Error(made.error.code);
  }
}

/** Plays some faults of a scene in one start of the real command line. */
export async function playScene({ open, title }: Scene, faults: readonly Fault[]): Promise<ReadonlyMap<Fault, Seen>> {
  const [scene, stick] = await Promise.all([open(faults), newFolder()]);
  try {
    await requestAll(
      stick.path,
      faults.map((_, index) => assetIdOf(index)),
    );
    const { exit, json, stderr } = await runJson(scene.place, ["fetch", "--drive", stick.path]);
    if (json.results?.length !== faults.length) throw new Error(`${title}: ${JSON.stringify(json)}\n${stderr}`);
    const asked = await scene.asked();
    const seen = faults.map(async (fault, index) => {
      const assetId = assetIdOf(index);
      const requests = asked.filter((one) => one === assetId).length;
      const result = json.results[index];
      const kept = result.keptIs === "answer" ? (await stat(result.kept)).size : null;
      return [fault, { assetId, exit, result, requests, kept, ...(await onStick(stick.path, assetId)) }] as const;
    });
    return new Map(await Promise.all(seen));
  } finally {
    await Promise.all([scene.close(), stick.remove()]);
  }
}

/** What lies in a request's folder besides the request. */
export async function onStick(path: string, assetId: string): Promise<Pick<Seen, "stick" | "key">> {
  const root = join(path, "KEYFERRY");
  const folder = (await readdir(root)).find((name) => name.startsWith(`${assetId}-`)) ?? "";
  const names = (await readdir(join(root, folder))).sort();
  const stick = names.filter((name) => name !== "activation-url.txt" && name !== "ticket.json");
  const key = stick.find((name) => name.endsWith(".key"));
  return { stick, key: key === undefined ? null : await readFile(join(root, folder, key)) };
}
