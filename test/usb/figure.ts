/** What a test measured, for the table at the end of `npm run test:usb`. Whether the goal was reached is the test's word. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** "none" for what depends on the emulation's speed. */
  readonly goal: string;
}

/** Smallest, middle and largest of some milliseconds, as seconds; just one where all are the same. */
export function spreadOf(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b);
  const parts = new Set([sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]);
  return `${[...parts].map((part) => ((part ?? Number.NaN) / 1_000).toFixed(1)).join(" / ")} s`;
}

/** How often each of some words occurs, the most frequent first: "answered 19, requested 7". */
export function countsOf(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([word, count]) => `${word} ${count}`)
    .join(", ");
}
