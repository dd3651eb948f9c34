import type { IncomingMessage, net } from "electron";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { judgeAddress, judgeRedirect } from "./judge-address.ts";
import type { ProxySignIn } from "./proxy-sign-in.ts";
import { type RequestAccess, type RunningRequest, sendOnce } from "./send-once.ts";
import type { SessionPool } from "./session-pool.ts";

/** What a fetch needs. Electron's network stack knows the system's proxy and certificates. */
export interface AlasAccess {
  readonly request: typeof net.request;
  readonly sessions: SessionPool;
  readonly signIn: ProxySignIn;
  readonly hosts: readonly string[];
  /**
   * `bytes` limits the answer after decoding. `ms` limits the whole request, connection included; the wait for a person's
   * sign-in does not count.
   */
  readonly limits: { readonly bytes: number; readonly ms: number };
}

/** An answer before it is checked for a key. `bytes` is the body as received. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly contentDisposition: string | null;
  readonly bytes: Uint8Array;
  readonly host: string;
  /** Whether it was compressed. Chromium decompresses it and does not report a missing end. */
  readonly compressed?: boolean;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  readonly onPhase?: (phase: "asking" | "receiving") => void;
}

/** No key is larger than 1 MiB, and a technician does not wait longer than a minute. */
export const ALAS_LIMITS = { bytes: 1024 * 1024, ms: 60_000 } as const;

/**
 * Requests a key from ALAS once. Never retries: each request may count as one of the three activations [S]. Checks `url`
 * and sends it byte for byte. Any HTTP status is an answer. A network fault, a redirect to another host, an answer that is
 * cut off or over its limits, and a cancelled fetch are problems.
 */
export async function fetchAnswer(
  url: string,
  access: AlasAccess,
  options: FetchOptions = {},
): Promise<Outcome<RawAnswer>> {
  const address = judgeAddress(url, access.hosts);
  if (!address.ok) return address;
  const session = await access.sessions.acquire();
  try {
    if (options.signal?.aborted) return err({ code: "fetch-cancelled" });
    return await askOnce(url, { session, request: access.request, signIn: access.signIn }, access, options);
  } finally {
    access.sessions.release(session);
  }
}

function askOnce(
  url: string,
  requestAccess: RequestAccess,
  { limits, hosts }: AlasAccess,
  { signal, onPhase }: FetchOptions,
): Promise<Outcome<RawAnswer>> {
  const visited = [url];
  onPhase?.("asking");
  return sendOnce(requestAccess, { url, method: "GET", ms: limits.ms, signal }, (running) => {
    const { request, end, fail } = running;
    request.on("redirect", (_status, _method, to) => {
      const judged = judgeRedirect(to, visited, hosts);
      if (!judged.ok) return end(judged);
      visited.push(to);
      request.followRedirect(); // must be called within the event
    });
    request.on("response", (response) => {
      // Chromium reads any bytes as an HTTP/0.9 answer with status 200. ALAS does not answer in HTTP/0.9.
      if (response.httpVersionMajor < 1) return fail(new Error("net::ERR_INVALID_HTTP_RESPONSE"));
      running.received(0);
      onPhase?.("receiving");
      receive(response, limits.bytes, new URL(visited.at(-1) ?? url).hostname, running);
    });
  });
}

function receive(
  response: IncomingMessage,
  limit: number,
  host: string,
  { received, end, fail }: RunningRequest<RawAnswer>,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const contentLength = lengthOf(header(response, "content-length"));
  response.on("data", (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    received(length);
    if (length > limit) end(err({ code: "answer-too-large", limit }));
  });
  response.on("error", fail);
  response.on("aborted", () => end(err({ code: "answer-cut-off", bytes: length })));
  response.on("end", () => {
    // Chromium decompresses the body, so Content-Length is not the length of what arrives here.
    const compressed = !/^(?:identity)?$/i.test(header(response, "content-encoding")?.trim() ?? "");
    if (!compressed && contentLength !== null && length < contentLength) {
      return end(err({ code: "answer-cut-off", bytes: length }));
    }
    end(
      ok({
        status: response.statusCode,
        contentType: header(response, "content-type"),
        contentDisposition: header(response, "content-disposition"),
        bytes: new Uint8Array(Buffer.concat(chunks)),
        host,
        compressed,
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
