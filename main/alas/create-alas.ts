import type { net, Session } from "electron";
import { type ReachReport, reachReport } from "../../core/network/reach.ts";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { ALAS_LIMITS, type AlasAccess, type FetchOptions, fetchAnswer, type RawAnswer } from "./fetch-answer.ts";
import { type AskForCredentials, createProxySignIn } from "./proxy-sign-in.ts";
import { createSessionPool } from "./session-pool.ts";
import { tryReach } from "./try-reach.ts";
import { type ProgramStart, unsafeStartOption } from "./unsafe-start-options.ts";

/** What of Electron the asking needs. */
export interface NetworkStack extends ProgramStart {
  readonly request: typeof net.request;
  /** A session in memory, without cache, under a name that nothing else uses. */
  readonly createSession: (partition: string) => Session;
}

/** ALAS, as far as it can be reached from here. */
export interface Alas {
  /** The one way to ask it for a key. Asks once. */
  ask(url: string, options: FetchOptions): Promise<Outcome<RawAnswer>>;
  /** Whether it can be reached, step by step, without using an activation. One question of a proxy at a time. */
  reach(): Promise<ReachReport>;
}

/**
 * Makes the one place that speaks to the network. `hosts` are the only ones it speaks to, the first one is ALAS [S];
 * `askPerson` asks for a proxy's name and password. With TLS weakened by how the app was started, nothing is ever sent:
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
