import { randomBytes } from "node:crypto";
import * as v from "valibot";
import {
  type ProxyChallenge,
  type ProxyCredentials,
  type ProxyQuestion,
  type SignInId,
  SignInIdSchema,
} from "../../core/network/proxy-question.ts";
import type { AskForCredentials } from "./proxy-sign-in.ts";

/** Shows the questions of proxies in the window, one at a time. */
export interface SignInQuestions {
  readonly ask: AskForCredentials;
  /** Connects the window. `show` gets the current question, or null when no question is open any more. */
  open(show: (question: ProxyQuestion | null) => void): void;
  /** Takes the window's answer; null declines. Returns false when that question is not the current one. */
  answer(id: SignInId, credentials: ProxyCredentials | null): boolean;
  /** Declines all open questions, because the page that showed them is gone. The fetches that wait for them end. */
  withdrawAll(): void;
}

interface OpenQuestion {
  readonly question: ProxyQuestion;
  settle(credentials: ProxyCredentials | null): void;
}

/** Creates the queue of questions. Before `open` is called, `askWithoutWindow` answers. */
export function createSignInQuestions(askWithoutWindow: AskForCredentials): SignInQuestions {
  const openQuestions: OpenQuestion[] = [];
  let show: ((question: ProxyQuestion | null) => void) | null = null;

  const settle = (closing: OpenQuestion, credentials: ProxyCredentials | null): void => {
    const at = openQuestions.indexOf(closing);
    if (at < 0) return;
    openQuestions.splice(at, 1);
    closing.settle(credentials);
    if (at === 0) show?.(openQuestions[0]?.question ?? null);
  };

  return {
    ask(challenge, how, signal) {
      if (!show) return askWithoutWindow(challenge, how, signal);
      const question = { ...withShortRealm(challenge), ...how, id: newId() };
      return new Promise((resolve) => {
        const opened: OpenQuestion = { question, settle: resolve };
        openQuestions.push(opened);
        if (signal?.aborted) return settle(opened, null);
        signal?.addEventListener("abort", () => settle(opened, null), { once: true });
        if (openQuestions[0] === opened) show?.(question);
      });
    },
    open(toWindow) {
      show = toWindow;
    },
    answer(id, credentials) {
      const [first] = openQuestions;
      if (first?.question.id !== id) return false;
      settle(first, credentials);
      return true;
    },
    withdrawAll() {
      const withdrawn = openQuestions.splice(0);
      for (const { settle } of withdrawn) settle(null);
      if (withdrawn.length > 0) show?.(null);
    },
  };
}

const newId = (): SignInId => v.parse(SignInIdSchema, `s-${randomBytes(8).toString("hex")}`);

/** The part of a proxy's own text that is shown (characters). */
const REALM_LIMIT = 200;

const withShortRealm = ({ host, port, realm, scheme }: ProxyChallenge): ProxyChallenge => ({
  host,
  port,
  realm: realm.slice(0, REALM_LIMIT),
  scheme,
});
