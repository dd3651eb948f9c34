import type { UrlProblem } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";
import type { NoticeCode, Trim } from "../step-results.ts";
import { endsWithinName, findAssetId } from "./asset-id.ts";
import { withoutInvisible } from "./invisible-characters.ts";
import { unwrapUrls } from "./unwrap-url.ts";
import { vetUrl } from "./vet-url.ts";
import { whyNoUrl } from "./why-no-url.ts";

/** The one host that activates licences [S]; a site's policy file may add others. Lower case. */
export const DEFAULT_HOSTS: readonly string[] = ["alas.stratus.com"];

/** The longest pasted text that is searched, in characters. */
const PASTE_LIMIT = 64 * 1024;
/** How many ambiguous URLs are listed: a longer list helps no one decide. */
const LISTED_URLS = 5;

/** A vetted activation URL. `text` is what the console gave, byte for byte: ALAS may sign over its order and escapes. */
export interface ActivationUrl {
  readonly text: string;
  /** As found in the URL, decoded; null if no parameter clearly holds it: the technician is asked. */
  readonly assetId: string | null;
  readonly trimmed: readonly Trim[];
  readonly warnings: readonly NoticeCode[];
}

/**
 * Whether a text contains one of the hosts, on one line or broken across two. A fast filter for texts that may hold an
 * activation URL.
 */
export function namesHost(text: string, hosts: readonly string[] = DEFAULT_HOSTS): boolean {
  const unbroken = withoutInvisible(text)
    .replace(/[\s\u0085>]+/g, "")
    .toLowerCase();
  return hosts.some((host) => unbroken.includes(host));
}

/**
 * Extracts the activation URL from a pasted text and vets it, before anything is written or sent. Two different URLs are
 * an error, whatever their hosts: the technician chooses. A missing or blank asset ID, which ALAS would refuse with 3.1 or 3.2
 * [S], is found here and not after the trip. `hosts` are the allowed hosts in lower case.
 */
export function parseActivationUrl(
  pasted: string,
  hosts: readonly string[] = DEFAULT_HOSTS,
): Result<ActivationUrl, UrlProblem> {
  if (pasted.length > PASTE_LIMIT) return err({ code: "url-too-long", length: pasted.length, limit: PASTE_LIMIT });
  const { urls, trimmed } = unwrapUrls(pasted);
  const [text, ...others] = urls;
  if (text === undefined) return err(whyNoUrl(pasted, hosts));
  if (others.length > 0) return err({ code: "url-ambiguous", urls: urls.slice(0, LISTED_URLS) });
  const vetted = vetUrl(text, hosts);
  if (!vetted.ok) return /%[0-9a-f]?$/i.test(text) ? withCutOff(vetted.error) : vetted;

  const warnings: NoticeCode[] = text.includes("&amp;") ? ["html-escape-in-url"] : [];
  const { query } = vetted.value;
  const finding = findAssetId(query);
  switch (finding.type) {
    case "missing":
      return err({ code: "asset-id-missing" });
    case "blank":
      return err({
        code: "asset-id-blank",
        parameter: finding.parameter,
        cutOff: /[=&]$/.test(text) || endsWithinName(query),
      });
    case "ambiguous":
      return err({ code: "asset-id-ambiguous", ids: finding.ids });
    case "unknown":
      if (/[=&-]$/.test(text) || endsWithinName(query)) warnings.push("url-may-be-cut-off");
      return ok({ text, assetId: null, trimmed, warnings: ["asset-id-unknown", ...warnings] });
    case "found":
      if (finding.id.endsWith("-")) warnings.push("url-may-be-cut-off");
      return ok({ text, assetId: finding.id, trimmed, warnings });
  }
}

/** A URL that ends in half an escape was not copied to its end. */
const withCutOff = (problem: UrlProblem): Result<never, UrlProblem> =>
  err(problem.code === "url-malformed" && problem.character === "%" ? { ...problem, cutOff: true } : problem);
