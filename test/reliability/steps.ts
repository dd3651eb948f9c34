import { dirname, join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { RawAnswer } from "../../main/alas/fetch-answer.ts";
import { wantedBy } from "../../main/cli/commands/fetch.ts";
import { deliverKeys } from "../../main/steps/deliver.ts";
import { fetchKeys } from "../../main/steps/fetch.ts";
import { saveRequest } from "../../main/steps/request.ts";
import { readStick } from "../../main/stick/read-stick.ts";
import type { Stick } from "../../main/stick/stick.ts";
import type { KillOutcome } from "../../tools/lib/reliability/outcomes.mjs";
import { memoryAt } from "../fixtures/computer.ts";
import { fakeContext } from "../fixtures/context.ts";
import { done } from "../fixtures/done.ts";
import { answerOf, fetchContext, KEY, refusal, urlOf } from "./good-requests.ts";

/** A step that writes, by what it leaves. */
export type StepName = KillOutcome["step"];

/** The one system whose request is taken through the steps. */
export const ASSET_ID = "ze-207";

/** A step, really done. `again`: by somebody who takes up what was cut off, who draws another ticket ID. */
export async function runStep(step: StepName, stick: Stick, to: string, again = false): Promise<Outcome<unknown>> {
  switch (step) {
    case "request":
      return await request(stick, ASSET_ID, again ? 2 : 1);
    case "key":
      return await fetch(stick, answerOf(KEY, "av_12345_A.key"), to);
    case "refusal":
      return await fetch(stick, refusal("3.5 ALAS_NO_MORE_ACTIVATION"), to);
    case "delivery":
      return await deliverKeys(stick, { to, tickets: await tickets(stick) }, fakeContext());
  }
}

/** Step 1. `draw`: the how manieth ticket ID is taken. */
export async function request(stick: Stick, assetId: string, draw: number): Promise<Outcome<unknown>> {
  const context = fakeContext();
  for (let drawn = 1; drawn < draw; drawn += 1) context.random(7);
  return await saveRequest(stick, { pasted: urlOf(assetId), minimal: false, again: false }, context);
}

/** Step 2, at a computer that remembers it, beside the folder for keys: whoever takes it up may find the key there. */
async function fetch(stick: Stick, answer: RawAnswer, to: string): Promise<Outcome<unknown>> {
  const input = wantedBy({ tickets: await tickets(stick), again: true });
  const memory = memoryAt(join(dirname(to), "computer"));
  const results = await fetchKeys(
    stick,
    input,
    fetchContext(() => answer, memory),
  );
  const failed = results.ok ? results.value.find(({ verified }) => !verified) : undefined;
  return failed !== undefined && failed.outcome !== "key" ? err(failed.error) : results;
}

async function tickets(stick: Stick): Promise<readonly TicketId[]> {
  const { open } = done(await readStick(stick));
  return [...open.values()].filter(({ ticket }) => ticket.assetId === ASSET_ID).map(({ ticket }) => ticket.id);
}
