import { ok } from "../../../core/result.ts";
import { createMedia } from "../../../main/drives/media.ts";
import { folderStick } from "../../../main/drives/open-folder.ts";
import { type FetchContext, fetchHop } from "../../../main/hops/fetch.ts";
import { requestHop } from "../../../main/hops/request.ts";
import type { Stick } from "../../../main/stick/stick.ts";
import { fakeContext } from "../../fixtures/context.ts";
import { done } from "../../fixtures/done.ts";
import { ACTIVATION_URL, KEY } from "../trip.ts";

/** What the product said that it did. */
export type DoneHop = "request" | "fetch";

/** Hops 1 and 2 in a stick's folder, by the product itself. Notes each when it was said to be done. */
export async function doTrip(folder: string, said: DoneHop[]): Promise<void> {
  const stick = done(await folderStick(folder));
  done(await requestHop(stick, { pasted: ACTIVATION_URL, minimal: false, again: false }, newContext()));
  said.push("request");
  await doFetch(stick);
  said.push("fetch");
}

/** Hop 2 alone. ALAS's answer is known beforehand. */
export async function doFetch(stick: Stick): Promise<void> {
  const [fetched] = done(await fetchHop(stick, { again: false }, newContext()));
  if (fetched?.outcome !== "key") throw new Error(`no key: ${JSON.stringify(fetched)}`);
}

const newContext = (): FetchContext => {
  const { whyUnwritable } = createMedia();
  return { ...fakeContext(), whyUnwritable, ask: async () => ok(ANSWER), keep: async () => null };
};

const ANSWER = {
  status: 200,
  contentType: "application/octet-stream",
  contentDisposition: `attachment; filename="${KEY.name}"`,
  bytes: KEY.bytes,
  host: "alas.stratus.com",
  certificateSha256: null,
  contentLength: KEY.bytes.length,
};
