import type { UrlProblem } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";

/** The longest URL that is taken, in characters: what servers and proxies on the way commonly accept is not more. */
const URL_LIMIT = 4096;

/** What a vetted URL is asked for afterwards. `query` is without "?" and "#…". */
export interface VettedUrl {
  readonly query: string;
}

// RFC 3986, 3.3 to 3.5: what path, query and fragment share; 3.2 for the authority, with the brackets of IPv6.
const TAIL = /^(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*/i;
const AUTHORITY = /^(?:[\w\-.~!$&'()*+,;=:@[\]]|%[0-9a-f]{2})*/i;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/**
 * Vets a URL by RFC 3986's grammar, taken strictly: what browsers mend ("\" for "/", blanks, dot segments) is refused,
 * since what they make of it is neither what was checked nor the console's bytes. `hosts` are lower-case names.
 *
 * The order: length, scheme, the authority's characters (a host in a broken authority cannot be told for certain),
 * user-info (it makes another host look like ours), host, port, and only then the characters behind them: that the
 * server is the wrong one helps more than that its address has a blank in it.
 */
export function vetUrl(url: string, hosts: readonly string[]): Result<VettedUrl, UrlProblem> {
  if (url.length > URL_LIMIT) return err({ code: "url-too-long", length: url.length, limit: URL_LIMIT });
  const scheme = url.slice(0, url.indexOf(":")).toLowerCase();
  if (scheme !== "https") return err({ code: "url-not-https", scheme });
  const slashes = url.slice(scheme.length + 1, scheme.length + 3);
  if (slashes !== "//") return malformed(slashes.includes("\\") ? "\\" : "/");

  const behind = url.slice(scheme.length + 3);
  const authority = behind.split(/[/?#]/, 1)[0] ?? "";
  const wrongAuthority = vetAuthority(authority, hosts);
  if (wrongAuthority !== null) return err(wrongAuthority);

  const [resource = "", ...fragment] = behind.slice(authority.length).split("#");
  const illegal = firstIllegal(resource, TAIL) ?? firstIllegal(fragment.join("#"), TAIL);
  if (illegal !== null) return malformed(illegal);
  const question = resource.indexOf("?");
  const path = question < 0 ? resource : resource.slice(0, question);
  // Chromium's network stack would resolve these before sending: ALAS would get other bytes than the console gave.
  if (path.split("/").some((segment) => DOT_SEGMENT.test(segment))) return malformed(".");
  return ok({ query: question < 0 ? "" : resource.slice(question + 1) });
}

function vetAuthority(authority: string, hosts: readonly string[]): UrlProblem | null {
  const illegal = firstIllegal(authority, AUTHORITY);
  if (illegal !== null) return { code: "url-malformed", character: illegal };
  if (authority.includes("@")) return { code: "url-user-info" };
  const [, host = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority) ?? [];
  // Compared whole and as written: a trailing dot, a subdomain or an escaped letter makes another host.
  if (!hosts.includes(host.toLowerCase())) return { code: "url-wrong-host", host };
  return port === "" || port === "443" ? null : { code: "url-other-port", port };
}

function firstIllegal(text: string, legal: RegExp): string | null {
  const at = legal.exec(text)?.[0].length ?? 0;
  const point = text.codePointAt(at);
  return point === undefined ? null : String.fromCodePoint(point);
}

const malformed = (character: string): { ok: false; error: UrlProblem } => err({ code: "url-malformed", character });
