import type { AuthInfo, ClientRequest, net, Session } from "electron";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { type PausableTimer, startPausableTimer } from "../lib/pausable-timer.ts";
import { networkFault } from "./network-fault.ts";
import type { ProxyAttempt, ProxySignIn } from "./proxy-sign-in.ts";

/** What every request needs: Electron's network stack, which knows the system's proxy and certificates, passed in. */
export interface RequestAccess {
  readonly request: typeof net.request;
  readonly session: Session;
  readonly signIn: ProxySignIn;
}

/** One request: of whom, for how long (ms, from the first byte sent to the last one received), and what cancels it. */
export interface RequestOptions {
  readonly url: string;
  readonly method: "GET" | "HEAD";
  readonly ms: number;
  readonly signal: AbortSignal | undefined;
}

/** A request on its way. */
export interface RunningRequest<T> {
  readonly request: ClientRequest;
  /** Its one end, whichever comes first (its answer, a fault, the time, the person): all after it is ignored. */
  end(outcome: Outcome<T>): void;
  fail(error: Error): void;
  /** How much of the answer's body has come (bytes): the same fault is another thing then. */
  received(bytes: number): void;
}

/** What is known of a request while it is under way. */
interface Progress {
  /** The newest try to get through the proxy; of the request itself there is only one. */
  request: ClientRequest | null;
  /** Of the answer's body; null while not even its head had come. */
  bytes: number | null;
  /** Nothing that asks for a sign-in stands in the way any more. */
  passedProxy: boolean;
  ended: boolean;
}

/**
 * A proxy's "no" to the way through: nothing of the request has passed it. Right after a sign-in it may mean that, since
 * some (tinyproxy before 1.11.3) say 401 to a wrong password, which is no question for another.
 */
const TUNNEL_REFUSED = /\bERR_TUNNEL_CONNECTION_FAILED\b/;

/**
 * Sends one request and never a second. `listen` hears its answer and ends it. A proxy's question for a name and a
 * password is answered here; only the proxy is asked anew then, the request itself is sent once it lets it through.
 */
export function sendOnce<T>(
  access: RequestAccess,
  options: RequestOptions,
  listen: (running: RunningRequest<T>) => void,
): Promise<Outcome<T>> {
  const { url, ms, signal } = options;
  const begun = performance.now();
  const attempt = access.signIn.startAttempt(signal);
  const progress: Progress = { request: null, bytes: null, passedProxy: false, ended: false };
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
      const { request, running } = prepare(access, options, progress, end, fail);
      request.on("login", (asking, give) =>
        signInToProxy(asking, give, attempt, timer, (problem) => end(err(problem))),
      );
      listen(running);
      request.end();
    };
    const fail = (error: Error): void => {
      if (!progress.ended && attempt.isUnproven() && TUNNEL_REFUSED.test(error.message)) {
        // What was given would be given once more, unasked. With it forgotten, the proxy asks again.
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
  // Plain, so that its length is known. Chromium rejects every compressed answer to "identity" alone, refusals too.
  request.setHeader("Accept-Encoding", "identity, *;q=0.001");
  progress.request = request;
  request.on("error", fail);
  request.on("redirect", () => {
    progress.passedProxy = true;
  });
  request.on("response", ({ statusCode }) => {
    progress.passedProxy = statusCode !== 407;
    // The answer of a proxy that wants a way to sign in which the network stack does not know.
    if (!progress.passedProxy) end(err({ code: "proxy-sign-in" }));
  });
  const received = (bytes: number): void => {
    progress.bytes = bytes;
  };
  return { request, running: { request, end, fail, received } };
}

/** A proxy gets what a person gave for it. A server that asks is no proxy: it is never given anything. */
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
