/**
 * Returns a record's time as the clock of the writing computer showed it: "2026-11-24 09:30". It is not converted to this
 * computer's time zone: the clocks of offline computers are wrong, and a converted time would match neither clock.
 */
export const localTime = (iso: string): string => iso.slice(0, 16).replace("T", " ");

const MINUTE_MS = 60_000;

/** Returns the end of a wait (ms since 1970) as this computer's clock shows it, rounded up to the minute: "10:32". */
export const clockTime = (ms: number): string =>
  new Date(Math.ceil(ms / MINUTE_MS) * MINUTE_MS).toLocaleTimeString("en", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
