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
  isUnproven(): boolean;
  /** `passed`: the proxy has let the request through. */
  end(passed: boolean): void;
}

/**
 * Names and passwords for proxies, for as long as the app runs: in memory, by proxy, given to that proxy only. `run` is
 * the work of one click: its signal cancels a question, and a question that it has answered with "no" is not put again.
 */
export interface ProxySignIn {
  startAttempt(run: AbortSignal | undefined): ProxyAttempt;
}

const MOST_TRIES = 3;

interface ProxyState {
  known: { readonly credentials: ProxyCredentials; proven: boolean } | null;
  /** Ends when whoever is asking, or trying what is not proven, has ended. */
  lock: Promise<void>;
}

/** What one click has led to at one proxy. */
interface Tries {
  made: number;
  /** Nobody wanted to sign in. */
  declined: boolean;
}

/** What is known of one proxy, and what one click has led to there. */
interface ProxyAndTries {
  readonly proxy: ProxyState;
  readonly tries: Tries;
}

/**
 * Makes the one place that knows. While a name and a password are not proven, one request tries them and the others wait:
 * four wrong tries for one slip of the finger may lock an account.
 */
export function createProxySignIn(askPerson: AskForCredentials): ProxySignIn {
  const proxies = new Map<string, ProxyState>();
  const runs = new WeakMap<AbortSignal, Map<string, Tries>>();
  return {
    startAttempt(signal) {
      const run = signal ?? new AbortController().signal;
      return createAttempt(run, askPerson, ({ host, port }) => {
        const address = `${host}:${port}`;
        const triesByProxy = getOrCreate(runs, run, () => new Map<string, Tries>());
        return {
          proxy: getOrCreate(proxies, address, () => ({ known: null, lock: Promise.resolve() })),
          tries: getOrCreate(triesByProxy, address, () => ({ made: 0, declined: false })),
        };
      });
    },
  };
}

function createAttempt(
  run: AbortSignal,
  askPerson: AskForCredentials,
  lookUp: (challenge: ProxyChallenge) => ProxyAndTries,
): ProxyAttempt {
  let tried: ProxyState["known"] = null;
  let release: (() => void) | null = null;
  let ended = false;
  const releaseLock = (): void => {
    release?.();
    release = null;
  };
  /** What to give, with the turn held until it is proven; null lets the next one in. */
  const findCredentials = async (challenge: ProxyChallenge): Promise<ProxyState["known"]> => {
    const { proxy, tries } = lookUp(challenge);
    if (tried !== null && tried === proxy.known) proxy.known = null; // not accepted, or no longer
    if (proxy.known?.proven) return proxy.known;
    release ??= await acquireLock(proxy);
    if (ended || proxy.known) return ended ? null : proxy.known;
    if (tries.declined || tries.made === MOST_TRIES) return null;
    const how = { again: tries.made > 0, triesLeft: MOST_TRIES - tries.made };
    const credentials = await askPerson(challenge, how, run);
    tries.made += 1;
    tries.declined = credentials === null;
    if (credentials) proxy.known = { credentials, proven: false };
    return ended ? null : proxy.known;
  };
  return {
    async answer(challenge) {
      tried = await findCredentials(challenge);
      if (tried === null || tried.proven) releaseLock();
      return tried?.credentials ?? null;
    },
    isUnproven: () => tried !== null && !tried.proven,
    end(passed) {
      ended = true;
      if (passed && tried) tried.proven = true;
      releaseLock();
    },
  };
}

/** Waits until nobody else is at it; the result lets the next one in. */
async function acquireLock(proxy: ProxyState): Promise<() => void> {
  const before = proxy.lock;
  let release = (): void => undefined;
  proxy.lock = new Promise((resolve) => {
    release = () => resolve();
  });
  await before;
  return release;
}

/** What a map has under a key, made when it has nothing. */
function getOrCreate<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
