import { describe, expect, test } from "vitest";
import { CONFIRM_REASONS } from "../../../../core/fetch/confirm-reason.ts";
import {
  type Confirmed,
  isAllowed,
  type Verdict,
  verdictOfUrl,
  verdictsOf,
} from "../../../../core/fetch/fetch-rule.ts";
import type { FetchHistory } from "../../../../core/journal/fetch-history.ts";
import type { NextStep, RequestState, StickRequest } from "../../../../core/stick/stick-contents.ts";
import * as fetched from "../../../gallery/fetch-samples.ts";
import * as sample from "../../../gallery/samples.ts";

const { NOW } = fetched;

interface Case {
  readonly ticket: boolean;
  readonly state: RequestState;
  readonly next: NextStep;
  readonly alas: string | null;
  readonly retry: "none" | "not due" | "due" | "spent";
  readonly saved: boolean;
  readonly counted: boolean;
  readonly neverSent: boolean;
  readonly newer: boolean;
}

const BOTH = [true, false];
const STATES = ["newer", "damaged", "refused", "delivered", "answered", "incomplete", "requested"] as const;
const NEXTS = [
  "fetch",
  "fetch-again-knowingly",
  "deliver",
  "call-support",
  "request-again",
  "update",
  "nothing",
] as const;
const CODES = [null, "2.1", "3.1", "3.2", "3.3", "3.5", "9.0"] as const;
const RETRIES = ["none", "not due", "due", "spent"] as const;

/** The whole product of states, histories and times. */
const cases: readonly Case[] = STATES.flatMap((state) =>
  NEXTS.flatMap((next) =>
    CODES.flatMap((alas) =>
      RETRIES.flatMap((retry) =>
        BOTH.flatMap((ticket) =>
          BOTH.flatMap((saved) =>
            BOTH.flatMap((counted) =>
              BOTH.flatMap((neverSent) =>
                BOTH.map((newer) => ({ ticket, state, next, alas, retry, saved, counted, neverSent, newer })),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

const lacksKey = ({ state, next }: Case): boolean =>
  ["requested", "incomplete", "refused"].includes(state) || (state === "damaged" && next === "fetch-again-knowingly");
/** Nothing but what an earlier fetch left speaks against a fetch. */
const asks = (one: Case): boolean => one.ticket && !one.saved && lacksKey(one) && one.retry !== "not due";
/** What the rule says of the answers that came before. */
const judged = (one: Case): boolean =>
  asks(one) && one.state !== "damaged" && (one.state !== "incomplete" || one.neverSent);
const withoutId = ({ alas }: Case): boolean => alas === "3.1" || alas === "3.2";
const open = (one: Case): boolean => judged(one) && one.alas !== "3.5" && !withoutId(one);
const unspent = (one: Case): boolean => open(one) && one.retry !== "spent";
const offered = (one: Case): boolean =>
  unspent(one) &&
  ((one.counted && one.state === "requested") || (!one.counted && one.retry === "none" && one.alas === null));

const isRetryDue = (one: Case): boolean => unspent(one) && !one.counted && one.retry === "due";

/** Each verdict with its whole condition: none of them depends on the order. */
const TABLE: readonly (readonly [string, (one: Case) => boolean])[] = [
  ["never no-ticket", ({ ticket }) => !ticket],
  ["saved saved-key", (one) => one.ticket && one.saved && lacksKey(one)],
  ["never newer", ({ ticket, state }) => ticket && state === "newer"],
  ["never already-answered", ({ ticket, state }) => ticket && (state === "answered" || state === "delivered")],
  ["never damaged", (one) => one.ticket && one.state === "damaged" && !lacksKey(one)],
  ["wait wait-not-over", (one) => one.ticket && !one.saved && lacksKey(one) && one.retry === "not due"],
  ["confirm cut-off", (one) => asks(one) && one.state === "incomplete" && !one.neverSent && one.alas !== "3.5"],
  ["confirm damaged-answer", (one) => asks(one) && one.state === "damaged"],
  ["confirm limit-reached", (one) => asks(one) && one.state !== "damaged" && one.alas === "3.5"],
  ["confirm no-asset-id", (one) => judged(one) && withoutId(one)],
  ["confirm refused-twice", (one) => open(one) && one.retry === "spent"],
  ["confirm same-system", (one) => (offered(one) || isRetryDue(one)) && one.newer],
  ["confirm fetched-before", (one) => unspent(one) && one.counted && !(offered(one) && one.newer)],
  ["confirm retry-due", (one) => isRetryDue(one) && !one.newer],
  ["confirm refused", (one) => unspent(one) && !one.counted && one.retry === "none" && one.alas !== null],
  ["fresh not-sent", (one) => offered(one) && !one.newer && !one.counted && one.state === "incomplete"],
  ["fresh not-fetched", (one) => offered(one) && !one.newer && !one.counted && one.state !== "incomplete"],
];

const past = fetched.fetchedBefore.history?.fetches ?? [];

function requestOf(one: Case): StickRequest {
  const at = NOW + (one.retry === "not due" ? 1 : 0);
  const retry =
    one.retry === "none"
      ? null
      : one.retry === "spent"
        ? ({ type: "spent" } as const)
        : ({ type: "after", at } as const);
  const history: FetchHistory = {
    fetches: one.counted ? past : [],
    remaining: 3,
    retry,
    neverSent: one.neverSent,
    storedAt: one.saved ? "2026-11-24T09:58:10+09:00" : null,
  };
  const { state, next, alas } = one;
  const refusal = alas === null ? null : { alas, name: "" };
  return { ...sample.requested, id: one.ticket ? sample.requested.id : null, state, next, refusal, history };
}

const newer: StickRequest = { ...fetched.fresh, id: sample.otherRequested.id, createdAt: "2026-11-24T10:00:00+09:00" };

function verdictOf(one: Case): Verdict | undefined {
  const request = requestOf(one);
  return verdictsOf(one.newer ? [newer, request] : [request], NOW).get(request);
}

describe("the fetch rule", () => {
  test("has exactly one verdict for each state, history and time", () => {
    expect(cases).toHaveLength(7 * 7 * 7 * 4 * 32);
    const wrong = cases.flatMap((one) => {
      const expected = TABLE.flatMap(([name, applies]) => (applies(one) ? [name] : []));
      const verdict = verdictOf(one);
      const name = `${verdict?.type} ${verdict?.reason}`;
      return expected.length === 1 && expected[0] === name ? [] : [{ one, expected, name }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test("gives each reason to some case", () => {
    const given = new Set(cases.map((one) => verdictOf(one)?.reason));
    expect(
      TABLE.map(([name]) => name.split(" ")[1]).filter((reason) => !given.has(reason as Verdict["reason"])),
    ).toEqual([]);
  });

  test("ends a wait at its very millisecond, and says until when it lasts", () => {
    const at = NOW + 11 * 60_000 + 37_000;
    const verdicts = [at - 1, at].map((now) => verdictsOf([fetched.waiting], now).get(fetched.waiting));
    expect(verdicts).toEqual([
      { type: "wait", reason: "wait-not-over", until: at },
      { type: "confirm", reason: "retry-due" },
    ]);
  });

  test.each([
    ["the same asset ID in other letters", { assetId: " ZE-207" }, { assetId: "ze-207" }, "same-system"],
    [
      "the same URL without an asset ID",
      { assetId: null, urlSha256: "a" },
      { assetId: null, urlSha256: "a" },
      "same-system",
    ],
    [
      "the same URL with two typed asset IDs",
      { assetId: "ze-1", urlSha256: "a" },
      { assetId: "ze-2", urlSha256: "a" },
      "same-system",
    ],
    ["two systems", { assetId: "ze-1" }, { assetId: "ze-2" }, "not-fetched"],
    ["two of which nothing is known", { assetId: null }, { assetId: null }, "not-fetched"],
  ])("of two requests the newer is fresh, and the older is judged by its system: %s", (_, older, other, reason) => {
    const first = { ...fetched.fresh, ...older };
    const second = { ...newer, ...other };
    const verdicts = verdictsOf([first, second], NOW);
    expect([verdicts.get(first)?.reason, verdicts.get(second)?.reason]).toEqual([reason, "not-fetched"]);
  });

  test("judges a URL saved by hand like a request that was never fetched", () => {
    const url = sample.byHandUrl("link.txt", "ze-207");
    const { history } = fetched.fetchedBefore;
    expect(verdictOfUrl(url, [], NOW)).toEqual({ type: "fresh", reason: "not-fetched" });
    expect(verdictOfUrl({ ...url, ...(history ? { history } : {}) }, [], NOW).reason).toBe("fetched-before");
    expect(verdictOfUrl(url, [fetched.fresh], NOW).reason).toBe("same-system");
  });
});

describe("a confirmation", () => {
  const confirmations: readonly Confirmed[] = [null, "named", "again", ...CONFIRM_REASONS];
  const allowing = (verdict: Verdict) => confirmations.filter((confirmed) => isAllowed(verdict, confirmed));

  test.each(CONFIRM_REASONS)("of exactly this reason, or by name, allows the fetch: %s", (reason) => {
    const named = reason === "limit-reached" ? [] : ["named"];
    expect(allowing({ type: "confirm", reason })).toEqual([...named, "again", reason]);
  });

  test("by name does not shorten the wait", () => {
    expect(allowing({ type: "wait", reason: "wait-not-over", until: NOW })).toEqual(["again"]);
  });

  test("never allows what has its key, and is not needed for what is fresh", () => {
    expect(allowing({ type: "never", reason: "already-answered" })).toEqual([]);
    expect(allowing({ type: "fresh", reason: "not-fetched" })).toEqual(confirmations);
  });
});
