import type { ProxyChallenge, ProxyCredentials } from "../../core/network/proxy-question.ts";

/** How a person is asked; null when there was no answer. `signal` withdraws the question. */
export type AskForCredentials = (
  challenge: ProxyChallenge,
  how: { readonly again: boolean; readonly triesLeft: number },
  signal: AbortSignal | undefined,
) => Promise<ProxyCredentials | null>;

/** One request's dealings with proxies. Every request that may meet one ends with `end`. */
export interface ProxyAttempt {
  /** What to give a proxy that asks; null when nobody gives anything. Asked once more, what was given was not accepted. */
  answer(challenge: ProxyChallenge): Promise<ProxyCredentials | null>;
  /** Whether what was given last is not proven: then a proxy that refused without asking again may not have accepted it. */
  isTrying(): boolean;
  /** `passed`: the proxy has let the request through. */
  end(passed: boolean): void;
}

/**
 * Names and passwords for proxies, for as long as the app runs: in memory, by proxy, given to that proxy only. `run` is
 * the work of one click: its signal cancels a question, and a question that it has answered with "no" is not put again.
 */
export interface ProxySignIn {
  visit(run: AbortSignal | undefined): ProxyAttempt;
}

const MOST_TRIES = 3;

interface KnownProxy {
  known: { readonly credentials: ProxyCredentials; proven: boolean } | null;
  /** Ends when whoever is asking, or trying what is not proven, has ended. */
  turn: Promise<void>;
}

/** What one click has led to at one proxy. */
interface Tries {
  made: number;
  /** Nobody wanted to sign in. */
  refused: boolean;
}

/** What is known of one proxy, and what one click has led to there. */
interface Place {
  readonly proxy: KnownProxy;
  readonly tries: Tries;
}

/**
 * Makes the one place that knows. While a name and a password are not proven, one request tries them and the others wait:
 * four wrong tries for one slip of the finger may lock an account.
 */
export function createProxySignIn(askPerson: AskForCredentials): ProxySignIn {
  const proxies = new Map<string, KnownProxy>();
  const runs = new WeakMap<AbortSignal, Map<string, Tries>>();
  return {
    visit(signal) {
      const run = signal ?? new AbortController().signal;
      return createVisit(run, askPerson, ({ host, port }) => {
        const place = `${host}:${port}`;
        const triesByPlace = entry(runs, run, () => new Map<string, Tries>());
        return {
          proxy: entry(proxies, place, () => ({ known: null, turn: Promise.resolve() })),
          tries: entry(triesByPlace, place, () => ({ made: 0, refused: false })),
        };
      });
    },
  };
}

function createVisit(
  run: AbortSignal,
  askPerson: AskForCredentials,
  at: (challenge: ProxyChallenge) => Place,
): ProxyAttempt {
  let mine: KnownProxy["known"] = null;
  let leave: (() => void) | null = null;
  let ended = false;
  const letNextIn = (): void => {
    leave?.();
    leave = null;
  };
  /** What to give, with the turn held until it is proven; null lets the next one in. */
  const next = async (challenge: ProxyChallenge): Promise<KnownProxy["known"]> => {
    const { proxy, tries } = at(challenge);
    if (mine !== null && mine === proxy.known) proxy.known = null; // not accepted, or no longer
    if (proxy.known?.proven) return proxy.known;
    leave ??= await takeTurn(proxy);
    if (ended || proxy.known) return ended ? null : proxy.known;
    if (tries.refused || tries.made === MOST_TRIES) return null;
    const how = { again: tries.made > 0, triesLeft: MOST_TRIES - tries.made };
    const credentials = await askPerson(challenge, how, run);
    tries.made += 1;
    tries.refused = credentials === null;
    if (credentials) proxy.known = { credentials, proven: false };
    return ended ? null : proxy.known;
  };
  return {
    async answer(challenge) {
      mine = await next(challenge);
      if (mine === null || mine.proven) letNextIn();
      return mine?.credentials ?? null;
    },
    isTrying: () => mine !== null && !mine.proven,
    end(passed) {
      ended = true;
      if (passed && mine) mine.proven = true;
      letNextIn();
    },
  };
}

/** Waits until nobody else is at it; the result lets the next one in. */
async function takeTurn(proxy: KnownProxy): Promise<() => void> {
  const before = proxy.turn;
  let leave = (): void => undefined;
  proxy.turn = new Promise((resolve) => {
    leave = () => resolve();
  });
  await before;
  return leave;
}

/** What a map has under a key, made when it has nothing. */
function entry<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const there = map.get(key) ?? make();
  map.set(key, there);
  return there;
}
