import { ASSET_ID_ERRORS, NO_MORE_ACTIVATIONS } from "../answer/alas-errors.ts";
import type { FetchHistory } from "../journal/fetch-history.ts";
import { systemOf } from "../link/asset-id.ts";
import type { ByHandUrl, StickRequest } from "../stick/stick-contents.ts";
import type { ConfirmReason } from "./confirm-reason.ts";

/** The answer to "may this request be fetched?". Reasons are stable codes. */
export type Verdict =
  | { readonly type: "saved"; readonly reason: "saved-key" } // this computer has its key: ALAS is not contacted
  | { readonly type: "fresh"; readonly reason: "not-fetched" | "not-sent" }
  | { readonly type: "confirm"; readonly reason: ConfirmReason }
  /** `until`: ms since 1970, by this computer's clock. */
  | { readonly type: "wait"; readonly reason: "wait-not-over"; readonly until: number }
  | { readonly type: "never"; readonly reason: "no-ticket" | "newer" | "damaged" | "already-answered" };

/** The confirmation: the reason that the window showed; on the command line the request's name, or `--again`. */
export type Confirmed = ConfirmReason | "named" | "again" | null;

const never = (reason: Extract<Verdict, { type: "never" }>["reason"]): Verdict => ({ type: "never", reason });

/**
 * The verdict on each request of a stick. `now` is this computer's clock (ms since 1970), like the times in the
 * histories. Of several requests for one system that are to be fetched, all but the newest need a confirmation.
 */
export function verdictsOf(requests: readonly StickRequest[], now: number): ReadonlyMap<StickRequest, Verdict> {
  const own = new Map(requests.map((request) => [request, ownVerdict(request, now)]));
  // A retry counts, too: 2.1 is about the system, so the wait ends for all its requests at once.
  const isCandidate = (request: StickRequest, verdict: Verdict | undefined): boolean =>
    isOffered(request, verdict) || verdict?.reason === "retry-due";
  const newest = newestBySystem(requests.filter((request) => isCandidate(request, own.get(request))));
  return new Map(
    [...own].map(([request, verdict]) => {
      const mayWait = verdict.type !== "saved" && isCandidate(request, verdict);
      const isNewest = systemsOf(request).every((system) => newest.get(system) === request);
      return [request, mayWait && !isNewest ? sameSystem : verdict];
    }),
  );
}

/** Whether a request is selected at first. For a system that was fetched before, the window asks before the fetch. */
export const isOffered = ({ state }: StickRequest, verdict: Verdict | undefined): boolean =>
  isUnconfirmed(verdict) || (state === "requested" && verdict?.reason === "fetched-before");

const sameSystem: Verdict = { type: "confirm", reason: "same-system" };

/** The verdict on a URL saved by hand, beside the requests of the same stick. */
export function verdictOfUrl(url: ByHandUrl, requests: readonly StickRequest[], now: number): Verdict {
  const confirm = confirmReason({ state: "requested", refusal: null, history: url.history });
  const retry = url.history?.retry;
  if (retry?.type === "after" && now < retry.at) return { type: "wait", reason: "wait-not-over", until: retry.at };
  if (confirm !== null) return { type: "confirm", reason: confirm };
  const verdicts = verdictsOf(requests, now);
  const taken = requests.some(
    (request) => isUnconfirmed(verdicts.get(request)) && systemsOf(request).some((one) => systemsOf(url).includes(one)),
  );
  return taken ? sameSystem : { type: "fresh", reason: "not-fetched" };
}

/** Whether a request may be fetched after this confirmation. After 3.5 and during the wait, a name is not enough. */
export function isAllowed(verdict: Verdict, confirmed: Confirmed): boolean {
  switch (verdict.type) {
    case "saved":
    case "fresh":
      return true;
    case "confirm":
      if (confirmed === "named") return verdict.reason !== "limit-reached";
      return confirmed === "again" || confirmed === verdict.reason;
    case "wait":
      return confirmed === "again";
    case "never":
      return false;
  }
}

function ownVerdict(request: StickRequest, now: number): Verdict {
  const { id, state, next, history } = request;
  if (id === null) return never("no-ticket");
  if (hasSavedKey(request)) return { type: "saved", reason: "saved-key" };
  if (state === "newer") return never("newer");
  if (state === "answered" || state === "delivered") return never("already-answered");
  if (state === "damaged" && next !== "fetch-again-knowingly") return never("damaged");
  const retry = history?.retry;
  if (retry?.type === "after" && now < retry.at) return { type: "wait", reason: "wait-not-over", until: retry.at };
  const reason = confirmReason(request);
  if (reason !== null) return { type: "confirm", reason };
  return { type: "fresh", reason: state === "incomplete" ? "not-sent" : "not-fetched" };
}

/** Its key is on this computer and not on the stick. */
const hasSavedKey = ({ state, next, history }: StickRequest): boolean =>
  (history?.storedAt ?? null) !== null && lacksKey({ state, next });

/** Whether the stick lacks a request's key although its ticket is whole. */
export const lacksKey = ({ state, next }: Pick<StickRequest, "state" | "next">): boolean =>
  state === "requested" ||
  state === "incomplete" ||
  state === "refused" ||
  (state === "damaged" && next === "fetch-again-knowingly");

type Facts = Pick<StickRequest, "state" | "refusal"> & { readonly history?: FetchHistory | undefined };

/** Why a request outside the wait needs a confirmation; null when it needs none. */
function confirmReason({ state, refusal, history }: Facts): ConfirmReason | null {
  if (state === "damaged") return "damaged-answer";
  const alas = refusal?.alas ?? null;
  // Before the cut-off: a marker on the stick, which anyone can put there, must not make a name enough after 3.5.
  if (alas === NO_MORE_ACTIVATIONS) return "limit-reached";
  if (state === "incomplete" && !history?.neverSent) return "cut-off";
  if (alas !== null && ASSET_ID_ERRORS.includes(alas)) return "no-asset-id";
  if (history?.retry?.type === "spent") return "refused-twice";
  if (history?.fetches.some(({ counted }) => counted !== "no")) return "fetched-before";
  if (history?.retry) return "retry-due";
  return alas === null ? null : "refused";
}

const isUnconfirmed = (verdict: Verdict | undefined): boolean => verdict?.type === "saved" || verdict?.type === "fresh";

/** Keys of the system that a fetch is for: the same asset ID or the same URL means the same system. */
const systemsOf = ({ assetId, urlSha256 }: Pick<StickRequest, "assetId" | "urlSha256">): readonly string[] => [
  ...(assetId === null ? [] : [`asset ${systemOf(assetId)}`]),
  ...(urlSha256 === null ? [] : [`url ${urlSha256}`]),
];

function newestBySystem(requests: readonly StickRequest[]): ReadonlyMap<string, StickRequest> {
  const newest = new Map<string, StickRequest>();
  for (const request of requests.toSorted((a, b) => ageOf(a) - ageOf(b))) {
    for (const system of systemsOf(request)) newest.set(system, request);
  }
  return newest;
}

/** The stick's data is not trusted: an invalid time counts as the oldest. */
const ageOf = ({ createdAt }: StickRequest): number => Date.parse(createdAt ?? "") || 0;
