import type { NetworkProblem, UrlProblem } from "../../core/problem.ts";
import { err, ok, type Result } from "../../core/result.ts";

/** More redirects than this are a loop: a download has one, or two. */
const MOST_REDIRECTS = 5;

/** Where ALAS may be asked: by https, at port 443, at one of these hosts, without a name or a password. */
function isAllowed(address: URL, hosts: readonly string[]): boolean {
  const { protocol, port, username, password, hostname } = address;
  // Port 443 is written as "" in a parsed https address.
  return protocol === "https:" && port === "" && username === "" && password === "" && hosts.includes(hostname);
}

/**
 * Whether a redirect may be followed. `visited` are the addresses asked so far, in order, the first one included.
 * Fails with redirect-loop, else with redirect-refused and where the server pointed.
 */
export function judgeRedirect(
  to: string,
  visited: readonly string[],
  hosts: readonly string[],
): Result<void, NetworkProblem> {
  if (!URL.canParse(to) || !isAllowed(new URL(to), hosts)) return err({ code: "redirect-refused", to });
  if (visited.includes(to) || visited.length > MOST_REDIRECTS) return err({ code: "redirect-loop" });
  return ok(undefined);
}

/**
 * Proves once more, right before it is sent, that a URL leads to ALAS, and that the network stack will send its path
 * and query byte for byte: ALAS may sign over them [I], and a changed URL would burn an activation.
 */
export function judgeAddress(url: string, hosts: readonly string[]): Result<URL, UrlProblem> {
  if (!URL.canParse(url)) return err({ code: "url-not-found" });
  const address = new URL(url);
  if (!isAllowed(address, hosts)) return err({ code: "url-wrong-host", host: address.host });
  const [, path = "", query = ""] = /^https:\/\/[^/?#]*([^?#]*)([^#]*)/i.exec(url) ?? [];
  // What every browser does to the same link: a path where there is none, and an apostrophe in a query escaped.
  const wanted = [...`${path || "/"}${query.replaceAll("'", "%27")}`];
  const sent = [...address.href.slice(address.origin.length).replace(/#.*$/s, "")];
  const changed = wanted.findIndex((character, at) => character !== sent[at]);
  if (changed < 0 && wanted.length === sent.length) return ok(address);
  return err({ code: "url-malformed", character: wanted[changed] ?? "" });
}
