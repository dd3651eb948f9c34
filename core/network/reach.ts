import type { NetworkProblem, Problem } from "../problem.ts";
import type { Result } from "../result.ts";

/** The steps of the connection to ALAS, in a fetch's order. */
export const REACH_STEPS = ["proxy", "name", "connection", "tls", "answer"] as const;
export type ReachStepName = (typeof REACH_STEPS)[number];

/** What was found at a step, besides its success. */
export type ReachDetail =
  | { readonly type: "direct" }
  | { readonly type: "proxies"; readonly proxies: readonly string[]; readonly orDirect: boolean } // "127.0.0.1:3128", first choice first
  | { readonly type: "addresses"; readonly addresses: readonly string[] }
  | { readonly type: "left-to-proxy" }
  | { readonly type: "status"; readonly status: number }
  | { readonly type: "redirect"; readonly to: string }; // a redirect to another host, not followed: ALAS's own, or a sign-in page

/** One step. `ok` is null if it was not reached or is the proxy's task. */
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

/** The answer's status and redirect target. */
export interface ReachAnswer {
  readonly status: number;
  readonly redirect: string | null;
}

/** The network stack's raw results. */
export interface ReachFindings {
  readonly host: string;
  /** In a PAC script's format, "PROXY 127.0.0.1:3128;DIRECT"; null if the system did not answer in time. */
  readonly proxy: string | null;
  /** The host's addresses; empty if not resolved or not found. */
  readonly addresses: readonly string[];
  readonly outcome: Result<ReachAnswer, Problem>;
}

/** Returns the failed step and its problem; null if ALAS can be reached. */
export function whereItEnds({
  steps,
}: ReachReport): { readonly step: ReachStepName; readonly problem: Problem } | null {
  const failed = steps.find(({ ok }) => ok === false);
  return failed?.error ? { step: failed.step, problem: failed.error } : null;
}

/** A step's displayed state. "care": the answer may be another server's. "left": the proxy's task. "open": not reached. */
export type ReachState = "ok" | "care" | "failed" | "left" | "open";

/** Returns a step's displayed state. */
export function stateOf({ ok, detail }: ReachStep): ReachState {
  if (ok === null) return detail ? "left" : "open";
  if (!ok) return "failed";
  return detail?.type === "redirect" ? "care" : "ok";
}

/** Returns the displayed state of the whole report. */
export function verdictOn(report: ReachReport): "ok" | "care" | "failed" {
  if (whereItEnds(report)) return "failed";
  return report.steps.some((step) => stateOf(step) === "care") ? "care" : "ok";
}

/**
 * Converts the findings to steps. The test request decides: the steps before its failure succeeded, and its problem names
 * the failed step. The proxy and the addresses only add details.
 */
export function reachReport({ host, proxy, addresses, outcome }: ReachFindings): ReachReport {
  const route = proxy === null ? null : routeOf(proxy);
  const error = outcome.ok ? null : outcome.error;
  const failedAt = error === null ? REACH_STEPS.length : REACH_STEPS.indexOf(stepOf(error));
  const details: Details = { ...(route ? { proxy: route } : {}), ...found(route, addresses, outcome) };
  const steps = REACH_STEPS.map((step, place): ReachStep => {
    const detail = details[step] ?? null;
    // A failed name was resolved on this computer: Chromium had given up the proxy.
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

/** Whether a step before the failure has really succeeded: the name may not have been resolved at all. */
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

/** Returns the step at which a problem occurs. */
function stepOf({ code }: Problem): ReachStepName {
  if (code.startsWith("proxy-")) return "proxy";
  if (code === "net-name-not-found") return "name";
  if (code.startsWith("tls-")) return "tls";
  return code.startsWith("net-") && code !== "net-not-http" ? "connection" : "answer";
}

/** Parses a PAC script's result: one or more of "DIRECT", "PROXY host:port", "HTTPS …", "SOCKS5 …", by preference. */
function routeOf(proxy: string): ReachDetail {
  const ways = proxy
    .split(";")
    .map((way) => way.trim())
    .filter((way) => way !== "");
  const proxies = ways.flatMap((way) => (/^direct$/i.test(way) ? [] : [way.replace(/^PROXY\s+/i, "")]));
  if (proxies.length === 0 || /^direct$/i.test(ways[0] ?? "")) return { type: "direct" };
  return { type: "proxies", proxies, orDirect: proxies.length < ways.length };
}
