import type { Session } from "electron";
import { type ReachAnswer, type ReachReport, reachReport } from "../../core/network/reach.ts";
import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { AlasAccess } from "./fetch-answer.ts";
import { judgeRedirect } from "./judge-address.ts";
import { sendOnce } from "./send-once.ts";

/** A person waits for it, and a firewall that says nothing says nothing for minutes. */
const REACH_MS = 20_000;
/** What only adds a word to the report is not waited for longer. */
const EXTRA_MS = 5_000;

/**
 * Finds out whether ALAS can be reached, without using an activation: asks for the head of the host's first page, with
 * no parameter and nothing of any request in it, so that there is nothing that ALAS could count [S]. Every answer is a
 * good one, a redirect too, which is not followed. The same session rules, proxy sign-in and limits of trust as a fetch.
 */
export async function tryReach(host: string, access: AlasAccess): Promise<ReachReport> {
  const url = `https://${host}/`;
  const session = await access.sessions.acquire();
  try {
    const proxy = await withTimeLimit<string | null>(session.resolveProxy(url), EXTRA_MS, null);
    // Where the name is the proxy's to find, looking for it here would tell the network what nobody asked for.
    const asked = proxy?.startsWith("DIRECT") ? addressesOf(session, host) : Promise.resolve([]);
    const [outcome, addresses] = await Promise.all([
      requestHead(url, session, access),
      withTimeLimit<readonly string[]>(asked, EXTRA_MS, []),
    ]);
    return reachReport({ host, proxy, addresses, outcome });
  } finally {
    access.sessions.release(session);
  }
}

function requestHead(
  url: string,
  session: Session,
  { request, signIn, hosts }: AlasAccess,
): Promise<Outcome<ReachAnswer>> {
  return sendOnce({ request, session, signIn }, { url, method: "HEAD", ms: REACH_MS, signal: undefined }, (running) => {
    const { end, fail } = running;
    running.request.on("redirect", (status, _method, to) =>
      end(ok({ status, redirect: judgeRedirect(to, [], hosts).ok ? null : to })),
    );
    running.request.on("response", (response) => {
      if (response.httpVersionMajor < 1) return fail(new Error("net::ERR_INVALID_HTTP_RESPONSE"));
      end(ok({ status: response.statusCode, redirect: null }));
    });
  });
}

async function addressesOf(session: Session, host: string): Promise<readonly string[]> {
  try {
    return (await session.resolveHost(host)).endpoints.map(({ address }) => address);
  } catch {
    return []; // the request itself says what is wrong
  }
}
