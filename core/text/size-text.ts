const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** A size for people, in the decimal units that sticks are sold by: 2301 is "2.3 kB". `bytes` is at least 0. */
export function sizeText(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const amount = bytes / 1000 ** power;
  return `${power === 0 ? amount : amount.toFixed(amount < 10 ? 1 : 0)} ${UNITS[power] ?? "B"}`;
}
