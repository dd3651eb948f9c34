import type { Outcome } from "../../core/problem.ts";

/** Reservations of room on one stick. Each running fetch holds one, which is room for the largest answer. */
export interface Reservations {
  /**
   * Makes a reservation. `verify` checks that the stick is ready for `count` fetches at once, this one included. When the
   * stick has room for fewer, waits until another fetch ends. `stick-full` only when there is no room for a single fetch.
   */
  reserve(verify: (count: number) => Promise<Outcome<void>>): Promise<Outcome<void>>;
  /** Ends a reservation. */
  release(): void;
}

/** The reservations of one fetch step, at first none. */
export function createReservations(): Reservations {
  let reserved = 0;
  let waiting: (() => void)[] = [];
  const wakeAll = (): void => {
    const all = waiting;
    waiting = [];
    for (const resume of all) resume();
  };
  return {
    async reserve(verify) {
      for (;;) {
        reserved += 1;
        const count = reserved;
        let verified: Outcome<void>;
        try {
          verified = await verify(count);
        } catch (error) {
          reserved -= 1;
          wakeAll(); // otherwise the waiting fetches never end
          throw error;
        }
        if (verified.ok) return verified;
        reserved -= 1;
        if (verified.error.code !== "stick-full" || count === 1) {
          wakeAll(); // the others may have waited for this fetch only
          return verified;
        }
        if (reserved > 0) await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    release() {
      reserved -= 1;
      wakeAll();
    },
  };
}
