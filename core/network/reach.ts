import type { NetworkProblem, Problem } from "../problem.ts";
import type { Result } from "../result.ts";

/** The way to ALAS, piece by piece, in the order in which a fetch goes it. */
export const REACH_STEPS = ["proxy", "name", "connection", "tls", "answer"] as const;
export type ReachStepName = (typeof REACH_STEPS)[number];

/** What was found at a step, beside whether it went well. */
export type ReachDetail =
  | { readonly type: "direct" }
  | { readonly type: "proxies"; readonly proxies: readonly string[]; readonly orDirect: boolean } // "127.0.0.1:3128", first choice first
  | { readonly type: "addresses"; readonly addresses: readonly string[] }
  | { readonly type: "left-to-proxy" }
  | { readonly type: "status"; readonly status: number }
  | { readonly type: "redirect"; readonly to: string }; // to another host, and not followed: ALAS's own, or a sign-in page

/** One step: `ok` is null where it was not come to, or was not this computer's to do. */
export interface ReachStep {
  readonly step: ReachStepName;
  readonly ok: boolean | null;
  readonly detail: ReachDetail | null;
  readonly error: Problem | null;
}

/** The answer to "can this computer reach ALAS?". */
export interface ReachReport {
  readonly host: string;
  readonly steps: readonly ReachStep[];
}

/** What came back: a status, and where a redirect pointed. */
export interface ReachAnswer {
  readonly status: number;
  readonly redirect: string | null;
}

/** What the network stack said, before anybody makes steps of it. */
export interface ReachFindings {
  readonly host: string;
  /** As a PAC script says it, "PROXY 127.0.0.1:3128;DIRECT"; null when the system did not say in time. */
  readonly proxy: string | null;
  /** What the name stands for; empty where it was not asked for, or is not known. */
  readonly addresses: readonly string[];
  readonly outcome: Result<ReachAnswer, Problem>;
}

/** Where the way ends, and why; null when ALAS can be reached. */
export function whereItEnds({
  steps,
}: ReachReport): { readonly step: ReachStepName; readonly problem: Problem } | null {
  const failed = steps.find(({ ok }) => ok === false);
  return failed?.error ? { step: failed.step, problem: failed.error } : null;
}

/** How a step stands, for the eye: "care" is an answer that may be another's, "left" is not this computer's to do. */
export type ReachState = "ok" | "care" | "failed" | "left" | "open";

/** Which of them a step is at: told by whether it went well and by what was found there. */
export function stateOf({ ok, detail }: ReachStep): ReachState {
  if (ok === null) return detail ? "left" : "open";
  if (!ok) return "failed";
  return detail?.type === "redirect" ? "care" : "ok";
}

/** The same for the whole way. */
export function verdictOn(report: ReachReport): "ok" | "care" | "failed" {
  if (whereItEnds(report)) return "failed";
  return report.steps.some((step) => stateOf(step) === "care") ? "care" : "ok";
}

/**
 * Makes steps of what was found. The one request is the truth: what it passed went well, and where it ended is told by
 * its problem. The proxy and the addresses only add what can be said beside that.
 */
export function reachReport({ host, proxy, addresses, outcome }: ReachFindings): ReachReport {
  const route = proxy === null ? null : routeOf(proxy);
  const error = outcome.ok ? null : outcome.error;
  const failedAt = error === null ? REACH_STEPS.length : REACH_STEPS.indexOf(stepOf(error));
  const details: Details = { ...(route ? { proxy: route } : {}), ...found(route, addresses, outcome) };
  const steps = REACH_STEPS.map((step, place): ReachStep => {
    const detail = details[step] ?? null;
    // A name that failed was looked for here after all: its proxy had been given up.
    if (place === failedAt) return { step, ok: false, detail: step === "name" ? null : detail, error };
    const ok = place < failedAt && proven(step, route, addresses, error) ? true : null;
    return { step, ok, detail: place < failedAt ? detail : null, error: null };
  });
  return { host, steps };
}

type Details = Partial<Record<ReachStepName, ReachDetail>>;

function found(route: ReachDetail | null, addresses: readonly string[], outcome: ReachFindings["outcome"]): Details {
  const name: ReachDetail | null =
    route?.type === "proxies"
      ? { type: "left-to-proxy" }
      : addresses.length > 0
        ? { type: "addresses", addresses }
        : null;
  const named = name ? { name } : {};
  if (!outcome.ok) return named;
  const { status, redirect } = outcome.value;
  return { ...named, answer: redirect === null ? { type: "status", status } : { type: "redirect", to: redirect } };
}

/** Whether a step before the failure has really gone well: a name need not have been found where nothing was tried. */
function proven(
  step: ReachStepName,
  route: ReachDetail | null,
  addresses: readonly string[],
  error: Problem | null,
): boolean {
  if (error?.code === "tls-switched-off") return false;
  if (step === "proxy") return route !== null;
  if (step !== "name") return true;
  if (route?.type === "proxies") return false;
  return addresses.length > 0 || !(error && saysNothingOfTheName.has(error.code));
}

const saysNothingOfTheName: ReadonlySet<Problem["code"]> = new Set<NetworkProblem["code"]>([
  "net-offline",
  "net-time-out",
  "net-failed",
]);

/** The step at which a problem arises. */
function stepOf({ code }: Problem): ReachStepName {
  if (code.startsWith("proxy-")) return "proxy";
  if (code === "net-name-not-found") return "name";
  if (code.startsWith("tls-")) return "tls";
  return code.startsWith("net-") && code !== "net-not-http" ? "connection" : "answer";
}

/** Reads a PAC script's result: "DIRECT", "PROXY host:port", "HTTPS …", "SOCKS5 …", one or more, the first choice first. */
function routeOf(proxy: string): ReachDetail {
  const ways = proxy
    .split(";")
    .map((way) => way.trim())
    .filter((way) => way !== "");
  const proxies = ways.flatMap((way) => (/^direct$/i.test(way) ? [] : [way.replace(/^PROXY\s+/i, "")]));
  if (proxies.length === 0 || /^direct$/i.test(ways[0] ?? "")) return { type: "direct" };
  return { type: "proxies", proxies, orDirect: proxies.length < ways.length };
}
