import type { Session } from "electron";
import { type ReachAnswer, type ReachReport, reachReport } from "../../core/network/reach.ts";
import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { AlasAccess } from "./fetch-answer.ts";
import { judgeRedirect } from "./judge-address.ts";
import { sendOnce } from "./send-once.ts";

/** A person waits for the result, and a firewall that drops packets would take minutes. */
const REACH_MS = 20_000;
/** Limit for details of the report that are not essential. */
const EXTRA_MS = 5_000;

/**
 * Checks whether ALAS can be reached, without using an activation: sends HEAD for the host's first page, with no parameter
 * and no data of a request, so that ALAS has nothing to count [S]. Any answer means that ALAS is reached, also a redirect,
 * which is not followed. Sessions, proxy sign-in and trusted hosts are those of a fetch.
 */
export async function tryReach(host: string, access: AlasAccess): Promise<ReachReport> {
  const url = `https://${host}/`;
  const session = await access.sessions.acquire();
  try {
    const proxy = await withTimeLimit<string | null>(session.resolveProxy(url), EXTRA_MS, null);
    // Behind a proxy, the proxy resolves the name. A look-up here would only disclose it to the local network.
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
    return []; // the request reports the problem
  }
}
