import { USED_UP, WITHOUT_ASSET_ID } from "../answer/alas-errors.ts";
import { systemOf } from "../link/asset-id.ts";
import type { TicketId } from "../stick/records.ts";
import type { StickContents, StickRequest } from "../stick/stick-contents.ts";

/** How a request stands for a fetch, at a time. */
export type Standing =
  | "kept" // this computer has its key: it is written to the stick again, and ALAS is not asked
  | "fresh" // never asked for
  | "again" // asked for before: the technician decides
  | "retry" // refused with 2.1, and the wait is over: once more [S]
  | "waiting" // refused with 2.1 a moment ago
  | "spent" // refused with 2.1 twice: only the representative can help [S]
  | "closed"; // it has its key, or asking for it cannot help

/** A request that the stick gives a ticket for: only those can be asked for. */
export type Askable = StickRequest & { readonly id: TicketId };

/** After these codes the same URL gets the same answer: the limit is reached, or the URL came without an asset ID [S]. */
const FINAL: readonly string[] = [USED_UP, ...WITHOUT_ASSET_ID];

/** How a request stands. `now` is this computer's clock (ms since 1970), as is the time of its history's retry. */
export function standingOf(request: StickRequest, now: number): Standing {
  const { state, history } = request;
  if (isKept(request)) return "kept";
  if (!mayBeAsked(request)) return "closed";
  const retry = history?.retry ?? null;
  if (retry?.is === "after") return now < retry.at ? "waiting" : "retry";
  if (retry?.is === "spent" && state === "refused") return "spent";
  return state === "requested" && retry === null ? "fresh" : "again";
}

/** Its key lies on this computer and is not on the stick, whatever else the stick says of it. */
const isKept = ({ id, state, next, history }: StickRequest): boolean =>
  id !== null &&
  (history?.storedAt ?? null) !== null &&
  (["requested", "incomplete", "refused"].includes(state) || next === "fetch-again-knowingly");

function mayBeAsked({ id, state, next, refusal }: StickRequest): boolean {
  if (id === null) return false;
  switch (state) {
    case "requested":
    case "incomplete":
      return true;
    case "refused":
      return !FINAL.includes(refusal?.alas ?? "");
    case "damaged":
      return next === "fetch-again-knowingly"; // only its answer is damaged
    default:
      return false;
  }
}

const OPEN: readonly Standing[] = ["kept", "fresh", "again", "retry"];

/** Requests that can be fetched at this time, also where the technician has to decide. */
export const askable = (contents: StickContents, now: number): readonly Askable[] =>
  contents.requests.filter((request): request is Askable => OPEN.includes(standingOf(request, now)));

/** Requests that were refused with 2.1 and are to be asked for once more, later. */
export const postponed = (contents: StickContents, now: number): readonly StickRequest[] =>
  contents.requests.filter((request) => standingOf(request, now) === "waiting");

/**
 * What is chosen before the technician chooses: what was never asked for, each system once, and what costs nothing. Where
 * there is none of it, the one retry after 2.1 is offered.
 */
export function firstChoice(contents: StickContents, now: number): readonly TicketId[] {
  const open = askable(contents, now);
  const standing = (...wanted: readonly Standing[]) => open.filter((one) => wanted.includes(standingOf(one, now)));
  const ready = standing("kept", "fresh");
  const chosen = ready.length > 0 ? ready : standing("retry");
  const twice = doubles(chosen);
  return chosen.flatMap((request) => (twice.includes(request) ? [] : [request.id]));
}

/** Of the chosen requests those whose fetch may cost an activation more than need be: to be asked about. */
export function costly(chosen: readonly StickRequest[], now: number): readonly StickRequest[] {
  const twice = doubles(chosen);
  return chosen.filter(
    (request) => standingOf(request, now) !== "kept" && (mayHaveCounted(request) || twice.includes(request)),
  );
}

/** Whether ALAS has counted an earlier fetch of the same system, or may have. */
export const mayHaveCounted = ({ state, history }: StickRequest): boolean =>
  state === "incomplete" || state === "damaged" || (history?.fetches.some(({ counted }) => counted !== "no") ?? false);

/** Those for a system that one before them is for, too. */
function doubles<R extends StickRequest>(requests: readonly R[]): readonly R[] {
  const seen = new Set<string>();
  return requests.filter((request) => {
    if (request.assetId === null) return false;
    const system = systemOf(request.assetId);
    if (seen.has(system)) return true;
    seen.add(system);
    return false;
  });
}
