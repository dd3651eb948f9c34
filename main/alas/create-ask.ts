import type { net, Session } from "electron";
import { DEFAULT_HOSTS } from "../../core/link/activation-url.ts";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { ALAS_LIMITS, type AlasAccess, type FetchOptions, fetchAnswer, type RawAnswer } from "./fetch-answer.ts";
import { createSessionPool } from "./session-pool.ts";

/** What of Electron the asking needs. */
export interface NetworkStack {
  readonly request: typeof net.request;
  /** A session in memory, without cache, under a name that nothing else uses. */
  readonly createSession: (partition: string) => Session;
  /** Whether the app was started with a switch of Chromium's. */
  readonly hasSwitch: (name: string) => boolean;
}

// Switches with which Chromium takes a false server for the true one, or gives the connection's keys away.
const WEAKENING = [
  "ignore-certificate-errors",
  "ignore-certificate-errors-spki-list",
  "allow-insecure-localhost",
  "ssl-key-log-file",
] as const;

/** Makes the one way to ask ALAS. With TLS weakened on the command line, nothing is ever asked: tls-switched-off. */
export function createAsk({
  request,
  createSession,
  hasSwitch,
}: NetworkStack): (url: string, options: FetchOptions) => Promise<Outcome<RawAnswer>> {
  const access: AlasAccess = {
    request,
    sessions: createSessionPool(createSession),
    hosts: DEFAULT_HOSTS,
    limits: ALAS_LIMITS,
  };
  return async (url, options) => {
    const option = WEAKENING.find((name) => hasSwitch(name));
    return option === undefined ? fetchAnswer(url, access, options) : err({ code: "tls-switched-off", option });
  };
}
