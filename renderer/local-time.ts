/**
 * A record's time as the computer that wrote it showed it: "2026-11-24 09:30". Not moved into this computer's time zone,
 * because the clocks of offline machines are wrong and a moved time would fit neither of them.
 */
export const localTime = (iso: string): string => iso.slice(0, 16).replace("T", " ");
