import type { ClientRequest, IncomingMessage, net, Session } from "electron";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { judgeAddress, judgeRedirect } from "./judge-address.ts";
import { networkFault } from "./network-fault.ts";
import type { SessionPool } from "./session-pool.ts";

/** What a fetch needs: Electron's network stack, which knows the system's proxy and certificates, passed in. */
export interface AlasAccess {
  readonly request: typeof net.request;
  readonly sessions: SessionPool;
  readonly hosts: readonly string[];
  /** Of one answer: `bytes` after decoding, `ms` from the first byte sent to the last one received. */
  readonly limits: { readonly bytes: number; readonly ms: number };
}

/** What came, before anybody judges whether it is a key. `bytes` are the body's, as received. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly contentDisposition: string | null;
  readonly bytes: Uint8Array;
  readonly host: string;
  /** Always null: Electron shows a good certificate to a verify procedure only, and none of ours may stand there. */
  readonly certificateSha256: string | null;
  readonly contentLength: number | null;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  readonly onPhase?: (phase: "asking" | "receiving") => void;
}

/** No key is larger than 1 MiB, and nobody waits longer than a minute. */
export const ALAS_LIMITS = { bytes: 1024 * 1024, ms: 60_000 } as const;

/**
 * Asks ALAS once. Never repeats: each request may count as one of the three activations [S]. `url` is vetted and sent
 * byte for byte. Any HTTP status is an answer; a network fault, a redirect elsewhere, an answer that is cut off or
 * over its limits, and a cancelled fetch are problems.
 */
export async function fetchAnswer(
  url: string,
  access: AlasAccess,
  options: FetchOptions = {},
): Promise<Outcome<RawAnswer>> {
  const address = judgeAddress(url, access.hosts);
  if (!address.ok) return address;
  const session = await access.sessions.borrow();
  try {
    if (options.signal?.aborted) return err({ code: "fetch-cancelled" });
    return await askOnce(url, session, access, options);
  } finally {
    access.sessions.giveBack(session);
  }
}

function askOnce(
  url: string,
  session: Session,
  { request: create, limits, hosts }: AlasAccess,
  { signal, onPhase }: FetchOptions,
): Promise<Outcome<RawAnswer>> {
  const begun = performance.now();
  const visited = [url];
  let bytes: number | null = null;
  return new Promise((resolve) => {
    const request = create(requestOptions(url, session));
    const end = endOf(request, limits.ms, signal, resolve);
    const fail = (error: Error): void => {
      const ms = Math.round(performance.now() - begun);
      end(err(networkFault(error.message, { host: hostOf(url), ms, bytes })));
    };
    request.on("error", fail);
    // Nobody is asked for a name and a password here, and none is ever given.
    request.on("login", ({ isProxy }) =>
      end(err(isProxy ? { code: "proxy-sign-in" } : { code: "http-status", status: 401 })),
    );
    request.on("redirect", (_status, _method, to) => {
      const judged = judgeRedirect(to, visited, hosts);
      if (!judged.ok) return end(judged);
      visited.push(to);
      request.followRedirect(); // must be called within the event
    });
    request.on("response", (response) => {
      // Chromium takes anything for an answer of HTTP/0.9, with status 200: whatever that is, it is not ALAS.
      if (response.httpVersionMajor < 1) return fail(new Error("net::ERR_INVALID_HTTP_RESPONSE"));
      bytes = 0;
      onPhase?.("receiving");
      const count = (received: number): void => {
        bytes = received;
      };
      receive(response, limits.bytes, { host: hostOf(visited.at(-1) ?? url), count, end, fail });
    });
    onPhase?.("asking");
    request.end();
  });
}

/** A request has one end, whichever comes first (its answer, a fault, the time, the person): all after it is ignored. */
function endOf(
  request: ClientRequest,
  ms: number,
  signal: AbortSignal | undefined,
  resolve: (outcome: Outcome<RawAnswer>) => void,
): (outcome: Outcome<RawAnswer>) => void {
  const end = (outcome: Outcome<RawAnswer>): void => {
    clearTimeout(clock);
    signal?.removeEventListener("abort", cancel);
    request.abort();
    resolve(outcome);
  };
  const cancel = (): void => end(err({ code: "fetch-cancelled" }));
  const clock = setTimeout(() => end(err({ code: "net-time-out", ms })), ms);
  signal?.addEventListener("abort", cancel);
  return end;
}

function requestOptions(url: string, session: Session): Parameters<typeof net.request>[0] {
  return {
    url,
    session,
    redirect: "manual",
    cache: "no-store",
    useSessionCookies: false,
  };
}

interface Receiver {
  readonly host: string;
  readonly count: (bytes: number) => void;
  readonly end: (outcome: Outcome<RawAnswer>) => void;
  readonly fail: (error: Error) => void;
}

function receive(response: IncomingMessage, limit: number, { host, count, end, fail }: Receiver): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const contentLength = lengthOf(header(response, "content-length"));
  response.on("data", (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    count(length);
    if (length > limit) end(err({ code: "answer-too-large", limit }));
  });
  response.on("error", fail);
  response.on("aborted", () => end(err({ code: "answer-cut-off", bytes: length })));
  response.on("end", () => {
    // Chromium decodes what is encoded, as the browser would that saved the key by hand; its length is another then.
    const encoded = header(response, "content-encoding") !== null;
    if (!encoded && contentLength !== null && length < contentLength) {
      return end(err({ code: "answer-cut-off", bytes: length }));
    }
    end(
      ok({
        status: response.statusCode,
        contentType: header(response, "content-type"),
        contentDisposition: header(response, "content-disposition"),
        bytes: new Uint8Array(Buffer.concat(chunks)),
        host,
        certificateSha256: null,
        contentLength,
      }),
    );
  });
}

function header({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

const lengthOf = (value: string | null): number | null =>
  value !== null && /^\d+$/.test(value) ? Number(value) : null;
const hostOf = (url: string): string => new URL(url).hostname;
