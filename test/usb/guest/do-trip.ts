import { ok } from "../../../core/result.ts";
import type { TicketId } from "../../../core/stick/records.ts";
import { wantedBy } from "../../../main/cli/commands/fetch.ts";
import { createMedia } from "../../../main/drives/media.ts";
import { stickAtFolder } from "../../../main/drives/stick-at-folder.ts";
import { fetchKeys } from "../../../main/steps/fetch.ts";
import type { FetchContext } from "../../../main/steps/fetch-context.ts";
import { saveRequest } from "../../../main/steps/request.ts";
import { readStick } from "../../../main/stick/read-stick.ts";
import type { Stick } from "../../../main/stick/stick.ts";
import { noMemory } from "../../fixtures/computer.ts";
import { fakeContext } from "../../fixtures/context.ts";
import { done } from "../../fixtures/done.ts";
import { ACTIVATION_URL, KEY } from "../trip.ts";

/** What the product said that it did. */
export type DoneStep = "request" | "fetch";

/** Steps 1 and 2 in a stick's folder, by the product itself. Notes each when it was said to be done. */
export async function doTrip(folder: string, said: DoneStep[]): Promise<void> {
  const stick = done(await stickAtFolder(folder));
  await doRequest(stick);
  said.push("request");
  await doFetch(stick);
  said.push("fetch");
}

/** What a technician does whose stick was pulled out in the middle: whatever of both steps is missing. */
export async function finishTrip(folder: string): Promise<void> {
  const stick = done(await stickAtFolder(folder));
  const { open } = done(await readStick(stick));
  const [found] = open.values();
  if (found?.request.state === "answered") return;
  await doFetch(stick, found?.ticket.id ?? (await doRequest(stick)));
}

/** Step 2 alone. ALAS's answer is known beforehand. */
export async function doFetch(stick: Stick, ticket?: TicketId): Promise<void> {
  const input = wantedBy({ again: false, ...(ticket === undefined ? {} : { tickets: [ticket] }) });
  const [fetched] = done(await fetchKeys(stick, input, CONTEXT));
  if (fetched?.outcome !== "key") throw new Error(`no key: ${JSON.stringify(fetched)}`);
}

async function doRequest(stick: Stick): Promise<TicketId> {
  const input = { pasted: ACTIVATION_URL, minimal: false, again: false };
  return done(await saveRequest(stick, input, CONTEXT)).ticket.id;
}

const ANSWER = {
  status: 200,
  contentType: "application/octet-stream",
  contentDisposition: `attachment; filename="${KEY.name}"`,
  bytes: KEY.bytes,
  host: "alas.stratus.com",
};

const CONTEXT: FetchContext = {
  ...fakeContext(),
  whyUnwritable: createMedia().whyUnwritable,
  ask: async () => ok(ANSWER),
  ...noMemory,
};
