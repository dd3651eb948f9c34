/**
 * A record's time as the computer that wrote it showed it: "2026-11-24 09:30". Not moved into this computer's time zone,
 * because the clocks of offline machines are wrong and a moved time would fit neither of them.
 */
export const localTime = (iso: string): string => iso.slice(0, 16).replace("T", " ");

const MINUTE_MS = 60_000;

/** When a wait ends (ms since 1970), as the clock of this computer shows it: "10:32", never a minute too early. */
export const clockTime = (ms: number): string =>
  new Date(Math.ceil(ms / MINUTE_MS) * MINUTE_MS).toLocaleTimeString("en", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
