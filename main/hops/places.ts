import type { Outcome } from "../../core/problem.ts";

/** The fetches that are under way for one stick. Each has its place: room on the stick for the largest answer. */
export interface Places {
  /**
   * Takes a place. `prove` proves that the stick is ready for so many fetches at once, this one included. Where it has
   * room for fewer, this one waits for another's end; only where it has none for one alone the stick is full.
   */
  take(prove: (places: number) => Promise<Outcome<void>>): Promise<Outcome<void>>;
  /** Gives back a place that was taken. */
  leave(): void;
}

/** The places of one fetch hop, none of them taken yet. */
export function createPlaces(): Places {
  let taken = 0;
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const all = waiting;
    waiting = [];
    for (const goOn of all) goOn();
  };
  return {
    async take(prove) {
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
    leave() {
      taken -= 1;
      wake();
    },
  };
}
