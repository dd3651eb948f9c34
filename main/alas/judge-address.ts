import type { NetworkProblem, UrlProblem } from "../../core/problem.ts";
import { err, ok, type Result } from "../../core/result.ts";

/** More redirects than this count as a loop; a download has one or two. */
const MOST_REDIRECTS = 5;

/** Whether a request may go to this address: https, port 443, one of these hosts, no name and no password. */
function isAllowed(address: URL, hosts: readonly string[]): boolean {
  const { protocol, port, username, password, hostname } = address;
  // Port 443 is written as "" in a parsed https address.
  return protocol === "https:" && port === "" && username === "" && password === "" && hosts.includes(hostname);
}

/**
 * Whether a redirect may be followed. `visited` has the addresses requested so far, in order, the first one included.
 * Fails with redirect-loop, or with redirect-refused and the target.
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
 * Checks a URL right before it is sent: it must lead to ALAS, and the network stack must send its path and query byte for
 * byte. ALAS may check a signature over them (assumed), and a changed URL would waste an activation.
 */
export function judgeAddress(url: string, hosts: readonly string[]): Result<URL, UrlProblem> {
  if (!URL.canParse(url)) return err({ code: "url-not-found" });
  const address = new URL(url);
  if (!isAllowed(address, hosts)) return err({ code: "url-wrong-host", host: address.host });
  const [, path = "", query = ""] = /^https:\/\/[^/?#]*([^?#]*)([^#]*)/i.exec(url) ?? [];
  // Every browser makes these two changes: it adds a missing path and escapes an apostrophe in a query.
  const wanted = [...`${path || "/"}${query.replaceAll("'", "%27")}`];
  const sent = [...address.href.slice(address.origin.length).replace(/#.*$/s, "")];
  const changed = wanted.findIndex((character, at) => character !== sent[at]);
  if (changed < 0 && wanted.length === sent.length) return ok(address);
  return err({ code: "url-malformed", character: wanted[changed] ?? "" });
}
