import type { Session } from "electron";

/**
 * Lends sessions: one to one fetch at a time, and without an open connection. Chromium sends a request again by itself
 * when a kept-alive connection turns out dead (HttpNetworkTransaction::ShouldResendRequest), and a request that is
 * sent twice may burn two activations. On a connection of its own a request is sent once.
 */
export interface SessionPool {
  acquire(): Promise<Session>;
  release(session: Session): void;
}

/** Makes a pool. `create` gets the name of an in-memory partition that nothing else uses; sessions live as long as the app. */
export function createSessionPool(create: (partition: string) => Session): SessionPool {
  const free: Session[] = [];
  let made = 0;
  return {
    async acquire() {
      const session = free.pop() ?? create(`alas-${++made}`);
      // Awaited for a new session, too: a request that was sent with one at once was seen to pass by the system's proxy.
      await session.closeAllConnections();
      return session;
    },
    release: (session) => void free.push(session),
  };
}
