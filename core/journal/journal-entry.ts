import * as v from "valibot";
import { Sha256Schema, TicketIdSchema, TimeSchema } from "../stick/records.ts";

const Text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const NullableText = (limit: number) => v.nullable(Text(limit));

/** The fields of both entries. The URL can use up an activation: like the ticket, the entry holds its SHA-256 only. */
const fetch = {
  version: v.pipe(v.number(), v.minValue(1)),
  at: v.pipe(
    TimeSchema,
    v.check((text) => !Number.isNaN(Date.parse(text))), // it is used in calculations: no 13th month
  ),
  /** Joins the end of a fetch to its beginning. */
  fetch: Text(64),
  ticketId: TicketIdSchema,
  assetId: NullableText(128),
  urlSha256: Sha256Schema,
};

// Loose objects of any version: a later version may add fields or chain the lines by hashes. Skipping an entry could lead to
// a second fetch, which costs an activation, so an entry counts if it has all the fields needed here.
const BegunSchema = v.looseObject({
  ...fetch,
  type: v.literal("fetch-begun"),
  stick: v.nullable(v.looseObject({ label: NullableText(256), serial: NullableText(256) })),
});
const EndedSchema = v.looseObject({
  ...fetch,
  type: v.literal("fetch-ended"),
  outcome: v.picklist(["key", "refused", "failed"]),
  /** The problem's code; null for a key. */
  code: NullableText(64),
  alas: NullableText(16),
  /** The key: its name as ALAS gave it, made safe; its size in bytes. */
  file: v.nullable(v.looseObject({ name: Text(128), bytes: Whole, sha256: Sha256Schema })),
  /** The answer's HTTP status; null when there was no answer. */
  status: v.nullable(Whole),
  counted: v.picklist(["yes", "perhaps", "no"]),
});
const EntrySchema = v.variant("type", [BegunSchema, EndedSchema]);

/** Written before ALAS is contacted, so that an interrupted fetch is known. */
export type FetchBegun = v.InferOutput<typeof BegunSchema>;
/** Written as soon as the result is known, before the stick is touched. */
export type FetchEnded = v.InferOutput<typeof EndedSchema>;
/** One line of this computer's record. Times are ISO 8601 with offset, by this computer's clock. */
export type JournalEntry = FetchBegun | FetchEnded;

/** The version of the lines that this program writes. */
export const JOURNAL_VERSION = 1;

/** An entry as its line in the record: JSON, ended by a line feed. */
export const journalLine = (entry: JournalEntry): string => `${JSON.stringify(entry)}\n`;

/**
 * Returns the entries of a record's text, in their order. Skips a line that is torn, damaged or of an unknown type,
 * whatever version wrote it: the other lines still hold.
 */
export const parseJournal = (text: string): readonly JournalEntry[] => text.split("\n").flatMap(entriesOf);

function entriesOf(line: string): readonly JournalEntry[] {
  if (line === "") return [];
  try {
    const parsed = v.safeParse(EntrySchema, withType(JSON.parse(line)));
    return parsed.success ? [parsed.output] : [];
  } catch {
    return []; // not JSON: torn by a crash or a disk error
  }
}

/** Version 1.0.0 wrote the tag as `is`. Its fetches may have counted, so they are still read. */
const withType = (entry: unknown): unknown =>
  typeof entry === "object" && entry !== null && "is" in entry ? { type: entry.is, ...entry } : entry;
