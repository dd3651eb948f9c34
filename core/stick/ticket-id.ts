import * as v from "valibot";
import { type TicketId, TicketIdSchema } from "./records.ts";

/** Crockford's base 32: no I, L, O, U, so that an ID can be read aloud. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ID_LENGTH = 10;
/** How many random bytes a ticket ID needs. */
export const TICKET_ID_BYTES = 7;
/** The longest name of a request's folder, in characters (stick format, version 1). */
const FOLDER_LIMIT = 64;
/** Used if the asset ID is unknown or has no character allowed in a folder's name. */
const NO_ASSET_ID = "system";
const FOLDER = /^[A-Za-z0-9_-]{1,53}-([0-9A-HJKMNP-TV-Z]{10})$/;

/**
 * Creates a ticket ID from random bytes: 50 bits, 5 per character, so that each ID is equally likely. Uses the first
 * TICKET_ID_BYTES. Throws a RangeError if there are fewer, since the ID would be guessable.
 */
export function ticketIdFrom(random: Uint8Array): TicketId {
  if (random.length < TICKET_ID_BYTES) throw new RangeError(`A ticket ID needs ${TICKET_ID_BYTES} random bytes`);
  const bits = random.subarray(0, TICKET_ID_BYTES).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits = Array.from({ length: ID_LENGTH }, (_, place) => Number((bits >> BigInt(5 * place)) & 31n));
  return v.parse(TicketIdSchema, digits.map((digit) => ALPHABET.charAt(digit)).join(""));
}

/**
 * Returns the name of a request's folder, `<asset ID or "system">-<ticket id>`: ASCII letters, digits, "-" and "_", at most 64
 * characters. The ID at its end avoids Windows' reserved names and a trailing dot or space.
 */
export function requestFolderName(assetId: string | null, id: TicketId): string {
  const name = (assetId ?? "")
    .trim()
    .replace(/[^A-Za-z0-9_-]/gu, "_")
    .slice(0, FOLDER_LIMIT - ID_LENGTH - 1);
  return `${/[A-Za-z0-9]/.test(name) ? name : NO_ASSET_ID}-${id}`;
}

/** Returns the ticket ID in a folder's name, or null if it is not a name by `requestFolderName`. */
export function ticketIdOfFolder(name: string): TicketId | null {
  const parsed = v.safeParse(TicketIdSchema, FOLDER.exec(name)?.[1]);
  return parsed.success ? parsed.output : null;
}
