import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ok } from "../../core/result.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import type { RawAnswer } from "../../main/alas/fetch-answer.ts";
import { wantedBy } from "../../main/cli/commands/fetch.ts";
import { stickAtFolder } from "../../main/drives/stick-at-folder.ts";
import { deliverKeys } from "../../main/steps/deliver.ts";
import { fetchKeys } from "../../main/steps/fetch.ts";
import type { FetchContext } from "../../main/steps/fetch-context.ts";
import { writeFetchMarker } from "../../main/steps/fetch-marker.ts";
import { saveRequest } from "../../main/steps/request.ts";
import { readStick } from "../../main/stick/read-stick.ts";
import type { Stick } from "../../main/stick/stick.ts";
import { noMemory } from "../fixtures/computer.ts";
import { fakeContext } from "../fixtures/context.ts";
import { done } from "../fixtures/done.ts";

/** A request as the real steps leave it, kept in memory: thousands of sticks are made of a few of them. */
export interface GoodRequest {
  readonly id: TicketId;
  readonly folder: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** What a reading says of it. */
  readonly request: StickRequest;
}

export const KEY = Buffer.from(Array.from({ length: 2301 }, (_, place) => place % 251));

/** What ALAS answers for an asset, in these tests. */
export const answerOf = (bytes: Uint8Array, name: string | null): RawAnswer => ({
  status: 200,
  contentType: name === null ? "text/plain" : "application/octet-stream",
  contentDisposition: name === null ? null : `attachment; filename="${name}"`,
  bytes,
  host: "alas.stratus.com",
});

export const refusal = (text: string): RawAnswer => answerOf(Buffer.from(text), null);

// One or two of each state that the writer can leave, by asset ID.
const ANSWERS: Readonly<Record<string, RawAnswer>> = {
  "ze-203": answerOf(KEY, "av_12345_A.key"),
  "ze-204": answerOf(Buffer.from("a short key"), "license.key"),
  "ze-205": refusal("3.5 ALAS_NO_MORE_ACTIVATION"),
  "ze-206": refusal("2.1 ALAS_UNKNOWN_SITEID"),
  "ze-207": answerOf(KEY, "av_12347_A.key"),
};
const ASSETS = ["ze-201", "ze-202", ...Object.keys(ANSWERS), "ze-208"] as const;

export const urlOf = (assetId: string): string =>
  `https://alas.stratus.com/alas/activate?siteid=${assetId}&sig=a%2Bb%3D`;

/** The world of step 2 with an ALAS that answers as told. */
export const fetchContext = (ask: (url: string) => RawAnswer, memory = noMemory): FetchContext => ({
  ...fakeContext(),
  ask: async (url) => ok(ask(url)),
  ...memory,
});

/** Takes requests of every state through the real steps, in a folder below `home` that is gone afterwards. */
export async function makeGoodRequests(home: string): Promise<readonly GoodRequest[]> {
  const root = join(home, "good");
  mkdirSync(root);
  const stick = done(await stickAtFolder(root));
  const ids = await walkThrough(stick, join(home, "delivered"));
  const { contents } = done(await readStick(stick));
  const good = contents.requests.map((request) => {
    const folder = join(root, "KEYFERRY", request.folder);
    const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    if (request.id === null || !ids.has(request.id)) throw new Error(`not a good request: ${request.folder}`);
    return { id: request.id, folder: request.folder, files, request };
  });
  rmSync(root, { recursive: true });
  return good;
}

async function walkThrough(stick: Stick, to: string): Promise<ReadonlySet<string>> {
  const context = fakeContext();
  const ids = new Map<string, TicketId>();
  for (const assetId of ASSETS) {
    const input = { pasted: urlOf(assetId), minimal: assetId === "ze-202", again: false, note: "work order 4711" };
    ids.set(assetId, done(await saveRequest(stick, input, context)).ticket.id);
  }
  const named = (assetId: string) => [...ids].filter(([asset]) => asset === assetId).map(([, id]) => id);
  for (const [assetId, answer] of Object.entries(ANSWERS)) {
    done(
      await fetchKeys(
        stick,
        wantedBy({ tickets: named(assetId), again: false }),
        fetchContext(() => answer),
      ),
    );
  }
  done(await deliverKeys(stick, { to, tickets: named("ze-207") }, context));
  rmSync(to, { recursive: true });
  const asked = done(await readStick(stick)).open.get(named("ze-208")[0] as TicketId); // made just above
  if (asked !== undefined) done(await writeFetchMarker(stick, asked.folder));
  return new Set(ids.values());
}
