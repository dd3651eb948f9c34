import type { net, Session } from "electron";
import { type ReachReport, reachReport } from "../../core/network/reach.ts";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { ALAS_LIMITS, type AlasAccess, type FetchOptions, fetchAnswer, type RawAnswer } from "./fetch-answer.ts";
import { type AskForCredentials, createProxySignIn } from "./proxy-sign-in.ts";
import { createSessionPool } from "./session-pool.ts";
import { tryReach } from "./try-reach.ts";
import { type ProgramStart, unsafeStartOption } from "./unsafe-start-options.ts";

/** The parts of Electron that requests need. */
export interface NetworkStack extends ProgramStart {
  readonly request: typeof net.request;
  /** Creates a session in memory, without a cache. `partition` is a name that nothing else uses. */
  readonly createSession: (partition: string) => Session;
}

/** The connection to ALAS. */
export interface Alas {
  /** Requests a key from ALAS, once. No other function requests a key. */
  ask(url: string, options: FetchOptions): Promise<Outcome<RawAnswer>>;
  /** Checks step by step whether ALAS can be reached, without using an activation. One proxy question is open at a time. */
  reach(): Promise<ReachReport>;
}

/**
 * Creates the only part of the app that uses the network. It contacts `hosts` only; the first one is ALAS [S]. `askPerson`
 * asks for a proxy's name and password. When the app was started with an unsafe option, it sends nothing and fails with
 * tls-switched-off.
 */
export function createAlas(stack: NetworkStack, hosts: readonly string[], askPerson: AskForCredentials): Alas {
  const { request, createSession } = stack;
  const signIn = createProxySignIn(askPerson);
  const sessions = createSessionPool(createSession);
  const access: AlasAccess = { request, sessions, signIn, hosts, limits: ALAS_LIMITS };
  const host = hosts[0] ?? "";
  return {
    async ask(url, options) {
      const option = unsafeStartOption(stack);
      return option === undefined ? fetchAnswer(url, access, options) : err({ code: "tls-switched-off", option });
    },
    async reach() {
      const option = unsafeStartOption(stack);
      if (option === undefined) return tryReach(host, access);
      return reachReport({ host, proxy: null, addresses: [], outcome: err({ code: "tls-switched-off", option }) });
    },
  };
}
