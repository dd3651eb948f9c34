import type { ProxyChallenge, ProxyCredentials } from "../../core/network/proxy-question.ts";

/** Asks a person for credentials; null without an answer. `signal` withdraws the question. */
export type AskForCredentials = (
  challenge: ProxyChallenge,
  how: { readonly again: boolean; readonly triesLeft: number },
  signal: AbortSignal | undefined,
) => Promise<ProxyCredentials | null>;

/** The proxy sign-ins of one request. Each request must call `end`. */
export interface ProxyAttempt {
  /** Returns the credentials for a proxy that asks, or null. A second question means that the first ones were refused. */
  answer(challenge: ProxyChallenge): Promise<ProxyCredentials | null>;
  /** Whether the last credentials have never worked. A proxy that then refuses without asking again may have rejected them. */
  isUnproven(): boolean;
  /** `passed`: the proxy forwarded the request. */
  end(passed: boolean): void;
}

/**
 * Keeps the names and passwords for proxies in memory while the app runs. Each is sent to its own proxy only. `run` is the
 * signal of one click: it cancels the question, and a question that was declined is not asked again for the same click.
 */
export interface ProxySignIn {
  startAttempt(run: AbortSignal | undefined): ProxyAttempt;
}

const MOST_TRIES = 3;

interface ProxyState {
  known: { readonly credentials: ProxyCredentials; proven: boolean } | null;
  /** Settles when the attempt that asks or tries unproven credentials has ended. */
  lock: Promise<void>;
}

/** The sign-in attempts of one click at one proxy. */
interface Tries {
  made: number;
  /** The person declined to sign in. */
  declined: boolean;
}

interface ProxyAndTries {
  readonly proxy: ProxyState;
  readonly tries: Tries;
}

/**
 * Creates the store of proxy credentials. While credentials are unproven, one request tries them and the others wait: four
 * requests with the same typing error may lock an account.
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
  /** Finds or asks for credentials. Holds the proxy's lock while they are unproven. */
  const findCredentials = async (challenge: ProxyChallenge): Promise<ProxyState["known"]> => {
    const { proxy, tries } = lookUp(challenge);
    if (tried !== null && tried === proxy.known) proxy.known = null; // refused, or no longer accepted
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

/** Waits for the proxy's lock. The result releases it. */
async function acquireLock(proxy: ProxyState): Promise<() => void> {
  const before = proxy.lock;
  let release = (): void => undefined;
  proxy.lock = new Promise((resolve) => {
    release = () => resolve();
  });
  await before;
  return release;
}

function getOrCreate<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
