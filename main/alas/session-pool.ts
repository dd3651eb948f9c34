import type { Session } from "electron";

/**
 * Sessions for one fetch at a time, without open connections. Chromium resends a request when a kept-alive connection is
 * dead (HttpNetworkTransaction::ShouldResendRequest), and a request that is sent twice may use two activations. On a new
 * connection it is sent once.
 */
export interface SessionPool {
  acquire(): Promise<Session>;
  release(session: Session): void;
}

/** Creates a pool. `create` gets the name of an unused in-memory partition. Sessions live as long as the app. */
export function createSessionPool(create: (partition: string) => Session): SessionPool {
  const free: Session[] = [];
  let made = 0;
  return {
    async acquire() {
      const session = free.pop() ?? create(`alas-${++made}`);
      // Also for a new session: requests that did not wait for this were seen to bypass the system's proxy.
      await session.closeAllConnections();
      return session;
    },
    release: (session) => void free.push(session),
  };
}
