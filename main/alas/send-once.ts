import type { AuthInfo, ClientRequest, net, Session } from "electron";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { type PausableTimer, startPausableTimer } from "../lib/pausable-timer.ts";
import { networkFault } from "./network-fault.ts";
import type { ProxyAttempt, ProxySignIn } from "./proxy-sign-in.ts";

/** What every request needs. Electron's network stack knows the system's proxy and certificates. */
export interface RequestAccess {
  readonly request: typeof net.request;
  readonly session: Session;
  readonly signIn: ProxySignIn;
}

/** `ms` limits the whole request, connection included; the wait for a person's sign-in does not count. `signal` cancels. */
export interface RequestOptions {
  readonly url: string;
  readonly method: "GET" | "HEAD";
  readonly ms: number;
  readonly signal: AbortSignal | undefined;
}

/** A request that was sent. */
export interface RunningRequest<T> {
  readonly request: ClientRequest;
  /** Ends the request. The first of answer, fault, time-out and cancel counts; later calls are ignored. */
  end(outcome: Outcome<T>): void;
  fail(error: Error): void;
  /** Reports how much of the answer's body has arrived (bytes): a fault after that is answer-cut-off. */
  received(bytes: number): void;
}

/** The state of a running request. */
interface Progress {
  /** The newest attempt to pass the proxy. The request itself reaches the server only once. */
  request: ClientRequest | null;
  /** Bytes of the answer's body; null before its headers have arrived. */
  bytes: number | null;
  passedProxy: boolean;
  /** The proxy asked for a sign-in during the newest attempt. */
  signedIn: boolean;
  ended: boolean;
}

/**
 * The proxy refused the tunnel, so nothing of the request has passed it. Right after a sign-in the password may be wrong:
 * some proxies (tinyproxy before 1.11.3) answer a wrong password with 401, which does not ask for another one.
 */
const TUNNEL_REFUSED = /\bERR_TUNNEL_CONNECTION_FAILED\b/;

/**
 * Sends one request and never a second one. `listen` receives the answer and ends the request. Answers a proxy's question
 * for a name and a password; only the proxy sees the repeated attempt. The request itself goes out after the sign-in.
 */
export function sendOnce<T>(
  access: RequestAccess,
  options: RequestOptions,
  listen: (running: RunningRequest<T>) => void,
): Promise<Outcome<T>> {
  const { url, ms, signal } = options;
  const begun = performance.now();
  const attempt = access.signIn.startAttempt(signal);
  const progress: Progress = { request: null, bytes: null, passedProxy: false, signedIn: false, ended: false };
  return new Promise((resolve) => {
    const end = (outcome: Outcome<T>): void => {
      if (progress.ended) return;
      progress.ended = true;
      timer.stop();
      signal?.removeEventListener("abort", cancel);
      attempt.end(progress.passedProxy || (!outcome.ok && outcome.error.code.startsWith("tls-")));
      progress.request?.abort();
      resolve(outcome);
    };
    const cancel = (): void => end(err({ code: "fetch-cancelled" }));
    const timer = startPausableTimer(ms, () => end(err({ code: "net-time-out", ms })));
    signal?.addEventListener("abort", cancel);
    const trySending = (): void => {
      progress.signedIn = false;
      const { request, running } = prepare(access, options, progress, end, fail);
      request.on("login", (asking, give) => {
        progress.signedIn = true;
        signInToProxy(asking, give, attempt, timer, (problem) => end(err(problem)));
      });
      listen(running);
      request.end();
    };
    const fail = (error: Error): void => {
      // A proxy that no longer asks refuses for another reason: another attempt would only repeat that, without an end.
      if (!progress.ended && progress.signedIn && attempt.isUnproven() && TUNNEL_REFUSED.test(error.message)) {
        // Chromium would send the cached password again. With an empty cache the proxy asks for a new one.
        access.session.clearAuthCache().then(() => progress.ended || trySending());
      } else {
        const asked = { host: new URL(url).hostname, ms: Math.round(performance.now() - begun), bytes: progress.bytes };
        end(err(networkFault(error.message, asked)));
      }
    };
    trySending();
  });
}

function prepare<T>(
  { request: create, session }: RequestAccess,
  { url, method }: RequestOptions,
  progress: Progress,
  end: RunningRequest<T>["end"],
  fail: RunningRequest<T>["fail"],
): { readonly request: ClientRequest; readonly running: RunningRequest<T> } {
  const request = create({ url, method, session, redirect: "manual", cache: "no-store", useSessionCookies: false });
  // Uncompressed, so that the length is known. With "identity" alone Chromium rejects every compressed answer, also an error.
  request.setHeader("Accept-Encoding", "identity, *;q=0.001");
  progress.request = request;
  request.on("error", fail);
  request.on("redirect", () => {
    progress.passedProxy = true;
  });
  request.on("response", ({ statusCode }) => {
    progress.passedProxy = statusCode !== 407;
    // The proxy demands an authentication scheme that the network stack does not support.
    if (!progress.passedProxy) end(err({ code: "proxy-sign-in" }));
  });
  const received = (bytes: number): void => {
    progress.bytes = bytes;
  };
  return { request, running: { request, end, fail, received } };
}

/** Signs in to a proxy with its own credentials. A server that asks never gets any. */
async function signInToProxy(
  { isProxy, host, port, realm, scheme }: AuthInfo,
  give: (name?: string, password?: string) => void,
  attempt: ProxyAttempt,
  timer: PausableTimer,
  stop: (problem: Problem) => void,
): Promise<void> {
  if (!isProxy) return stop({ code: "http-status", status: 401 });
  timer.pause();
  const credentials = await attempt.answer({ host, port, realm, scheme: scheme === "basic" ? "basic" : "other" });
  timer.resume();
  if (credentials === null) stop({ code: "proxy-sign-in" });
  else give(credentials.name, credentials.password);
}
