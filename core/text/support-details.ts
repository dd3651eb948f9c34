import type { PastFetch } from "../journal/fetch-history.ts";
import type { Language } from "../settings.ts";
import type { FetchResult } from "../step-results.ts";
import type { FetchTexts } from "./en/fetch-screens.ts";
import { explainProblem } from "./explain-problem.ts";
import { shown } from "./untrusted.ts";

/** A fetch that brought no key, as the service representative asks about it. */
export interface Unfetched {
  readonly result: Exclude<FetchResult, { readonly outcome: "key" }>;
  readonly assetId: string | null;
  /** When it ended, with offset or as UTC (ISO 8601). */
  readonly endedAt: string;
  /** The earlier fetches that are known, oldest first. */
  readonly earlier: readonly PastFetch[];
}

/** More of a long history would bury the rest. */
const EARLIER_SHOWN = 5;

/**
 * What support needs, as text to be pasted into a message: codes, asset ID, times, and where the answer lies. The URL is
 * left out, because with it anyone can fetch.
 */
export function supportDetails(language: Language, texts: FetchTexts, fetches: readonly Unfetched[]): string {
  return shown([texts.support.heading, ...fetches.map((one) => blockOf(language, texts, one))].join("\n\n"));
}

function blockOf(language: Language, texts: FetchTexts, { result, assetId, endedAt, earlier }: Unfetched): string {
  const { support, history } = texts;
  const { error, kept, keptIs } = result;
  const code = error.code === "alas-refused" ? `ALAS ${error.alas} ${error.name}`.trim() : error.code;
  const lines = [
    `${support.assetId}: ${assetId ?? "-"}`,
    `${support.ticket}: ${result.ticketId}`,
    `${support.time}: ${endedAt}`,
    `${support.result}: ${code}`,
    `  ${explainProblem(language, error).message}`,
    ...(result.counted ? [`  ${texts.counted[result.counted]}`] : []),
    ...(kept && keptIs !== "key" ? [`${support.answer}: ${kept}`] : []),
  ];
  const known = earlier.slice(-EARLIER_SHOWN).map((fetch) => {
    return `  ${fetch.at}  ${history.outcome(fetch)} (${history.counted[fetch.counted]}, ${history.knownFrom[fetch.knownFrom]})`;
  });
  return [...lines, ...(known.length > 0 ? [`${support.earlier}:`, ...known] : [])].join("\n");
}
