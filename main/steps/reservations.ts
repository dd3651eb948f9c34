import type { Outcome } from "../../core/problem.ts";

/** The fetches that are under way for one stick. Each has its place: room on the stick for the largest answer. */
export interface Reservations {
  /**
   * Takes a place. `prove` proves that the stick is ready for so many fetches at once, this one included. Where it has
   * room for fewer, this one waits for another's end; only where it has none for one alone the stick is full.
   */
  reserve(prove: (places: number) => Promise<Outcome<void>>): Promise<Outcome<void>>;
  /** Gives back a place that was taken. */
  release(): void;
}

/** The places of one fetch step, none of them taken yet. */
export function createReservations(): Reservations {
  let taken = 0;
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const all = waiting;
    waiting = [];
    for (const goOn of all) goOn();
  };
  return {
    async reserve(prove) {
      for (;;) {
        taken += 1;
        const places = taken;
        const proved = await prove(places);
        if (proved.ok) return proved;
        taken -= 1;
        if (proved.error.code !== "stick-full" || places === 1) {
          wake(); // they may have waited for nobody but this one
          return proved;
        }
        if (taken > 0) await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    release() {
      taken -= 1;
      wake();
    },
  };
}
