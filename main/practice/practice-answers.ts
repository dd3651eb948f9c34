import { arrivedUnchanged } from "./practice-activation-url.ts";
import { makePracticeKey, type PracticeKey, practiceKeyName } from "./practice-key.ts";

/** The codes of the vendor's guide [S]. Not imported from the product's table, which the practice ALAS is meant to test. */
export const ALAS_NAMES = {
  "2.1": "ALAS_UNKNOWN_SITEID",
  "3.1": "ALAS_INVALID_ARG",
  "3.2": "ALAS_INVALID_SITEID",
  "3.3": "ALAS_NO_SIGN",
  "3.4": "ALAS_NO_ATLAS_UPDATE",
  "3.5": "ALAS_NO_MORE_ACTIVATION",
  "9.0": "ALAS_UNKNOWN",
} as const;

export type PracticeCode = keyof typeof ALAS_NAMES;

/** The format of a refusal. The real server's format is unknown. "code" is the bare number. */
export type ErrorForm = "text" | "html" | "xml" | "code";

/** A system of the practice ALAS. `allowed`: activations (3 [S]). `refuses`: always, or the first `times` times. */
export interface PracticeSystem {
  readonly keyNumber: number;
  readonly allowed?: number;
  readonly refuses?: { readonly code: PracticeCode; readonly times?: number };
}

/** The requests and activations of one system so far. */
export interface Tally {
  readonly asked: number;
  readonly activations: number;
}

/** A whole HTTP answer. A header that is `undefined` is not sent. */
export interface PracticeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export type Decision =
  | { readonly type: "key"; readonly key: PracticeKey }
  | { readonly type: "refusal"; readonly code: PracticeCode; readonly assetId?: string };

/** The systems that the practice ALAS knows by default. */
export const PRACTICE_SYSTEMS: Readonly<Record<string, PracticeSystem>> = {
  "ze-207": { keyNumber: 12345 },
  "ze-208": { keyNumber: 12346 },
  "ze-209": { keyNumber: 12347 },
  zetest_4700: { keyNumber: 4700 },
  "practice-21": { keyNumber: 20001, refuses: { code: "2.1", times: 1 } }, // as right after a licence was made
  "practice-33": { keyNumber: 20003, refuses: { code: "3.3" } },
  "practice-34": { keyNumber: 20004, refuses: { code: "3.4" } },
  "practice-35": { keyNumber: 20005, refuses: { code: "3.5" } },
  "practice-90": { keyNumber: 20009, refuses: { code: "9.0" } },
};

const USUAL_ACTIVATIONS = 3; // [S]
const SITE_PARAMETERS = new Set(["siteid", "site_id", "assetid", "asset_id"]);

/** Returns ALAS's decision on a request target (path and query), given the known systems and their earlier requests. */
export function decide(
  target: string,
  systems: ReadonlyMap<string, PracticeSystem>,
  tallyOf: (assetId: string) => Tally,
): Decision {
  const query = new URLSearchParams(target.split("?").slice(1).join("?"));
  const assetId = [...query].find(([name]) => SITE_PARAMETERS.has(name.toLowerCase()))?.[1];
  if (assetId === undefined) return { type: "refusal", code: "3.1" };
  if (assetId.trim() === "") return { type: "refusal", code: "3.2" };
  if (!arrivedUnchanged(target)) return { type: "refusal", code: "9.0" };
  const system = systems.get(assetId);
  if (system === undefined) return { type: "refusal", code: "2.1" };
  const { asked, activations } = tallyOf(assetId);
  const { refuses, allowed = USUAL_ACTIVATIONS, keyNumber } = system;
  if (refuses && asked < (refuses.times ?? Number.POSITIVE_INFINITY)) {
    return { type: "refusal", code: refuses.code, assetId };
  }
  if (activations >= allowed) return { type: "refusal", code: "3.5", assetId };
  return { type: "key", key: { assetId, number: keyNumber, activation: activations + 1 } };
}

/** Returns the download that a browser would save as `av_<number>_A.key`. */
export function keyAnswer(key: PracticeKey): PracticeAnswer {
  return {
    status: 200,
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${practiceKeyName(key)}"`,
      "Cache-Control": "no-store",
    },
    body: makePracticeKey(key),
  };
}

/** Returns a refusal in one of the formats. The real HTTP status is unknown: XML has 500, the others 200. */
export function refusalAnswer(code: PracticeCode, form: ErrorForm): PracticeAnswer {
  const { status, type, text } = formatRefusal(code, ALAS_NAMES[code], form);
  return { status, headers: { "Content-Type": type, "Cache-Control": "no-store" }, body: Buffer.from(text) };
}

function formatRefusal(code: string, name: string, form: ErrorForm): { status: number; type: string; text: string } {
  switch (form) {
    case "text":
      return { status: 200, type: "text/plain; charset=utf-8", text: `Practice ALAS\r\nError ${code}: ${name}\r\n` };
    case "html":
      return { status: 200, type: "text/html; charset=utf-8", text: htmlRefusal(code, name) };
    case "xml":
      return {
        status: 500,
        type: "application/xml",
        text: `<?xml version="1.0" encoding="UTF-8"?>\n<practice-alas><error code="${code}" name="${name}"/></practice-alas>\n`,
      };
    case "code":
      return { status: 200, type: "text/plain", text: code };
  }
}

function htmlRefusal(code: string, name: string): string {
  return `<!doctype html>
<html lang="en"><head><title>Practice ALAS</title></head>
<body><h1>License activation failed</h1><p>Error code: <b>${code}</b></p><p>${name}</p></body></html>
`;
}
