import type { UrlProblem } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";

/** The longest accepted URL, in characters: servers and proxies commonly accept no more. */
const URL_LIMIT = 4096;

/** The parts of a vetted URL that are used afterwards. `query` is without "?" and "#…". */
export interface VettedUrl {
  readonly query: string;
}

// RFC 3986, 3.3 to 3.5: the characters that path, query and fragment share; 3.2 for the authority, with the brackets of IPv6.
const TAIL = /^(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*/i;
const AUTHORITY = /^(?:[\w\-.~!$&'()*+,;=:@[\]]|%[0-9a-f]{2})*/i;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/**
 * Vets a URL strictly by RFC 3986's grammar. Refuses what browsers repair ("\" for "/", blanks, dot segments): a repaired
 * URL is neither the one checked nor the console's bytes. `hosts` are lower-case names.
 *
 * The order: length, scheme, the authority's characters (a broken authority has no certain host), user-info
 * (it makes another host look like ours), host, port, and only then the characters after them: a wrong server is a more
 * helpful error than a blank in its address.
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
  // Chromium's network stack resolves these before sending: ALAS would get other bytes than the console's.
  if (path.split("/").some((segment) => DOT_SEGMENT.test(segment))) return malformed(".");
  return ok({ query: question < 0 ? "" : resource.slice(question + 1) });
}

function vetAuthority(authority: string, hosts: readonly string[]): UrlProblem | null {
  const illegal = firstIllegal(authority, AUTHORITY);
  if (illegal !== null) return { code: "url-malformed", character: illegal };
  if (authority.includes("@")) return { code: "url-user-info" };
  const [, host = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority) ?? [];
  // Compares the whole host as written: a trailing dot, a subdomain or an escaped letter makes another host.
  if (!hosts.includes(host.toLowerCase())) return { code: "url-wrong-host", host };
  return port === "" || port === "443" ? null : { code: "url-other-port", port };
}

function firstIllegal(text: string, legal: RegExp): string | null {
  const at = legal.exec(text)?.[0].length ?? 0;
  const point = text.codePointAt(at);
  return point === undefined ? null : String.fromCodePoint(point);
}

const malformed = (character: string): { ok: false; error: UrlProblem } => err({ code: "url-malformed", character });
