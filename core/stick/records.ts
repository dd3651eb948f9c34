import * as v from "valibot";
import type { IntegrityProblem } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";

/** The version of the stick's format that this program writes, and the highest that it reads. */
export const FORMAT_VERSION = 1;

/** The longest part of a key's name before ".key": with it 64 characters, which every file system takes. */
export const KEY_STEM_LIMIT = 60;

const Text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
export const Sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0));
/** ISO 8601 with offset. Clocks of offline computers are wrong: shown, never compared with another computer's. */
export const TimeSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/));

/** 10 characters of Crockford base 32: no I, L, O, U, so that it can be read aloud. */
export const TicketIdSchema = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/), v.brand("TicketId"));
export type TicketId = v.InferOutput<typeof TicketIdSchema>;

const From = v.looseObject({
  computer: v.optional(Text(256)),
  operator: v.optional(Text(256)),
  app: v.optional(Text(64)),
});
/** A file's fingerprint: its size in bytes and its SHA-256 in lower-case hex. */
const Fingerprint = { bytes: Bytes, sha256: Sha256Schema };
const signed = { key: v.optional(Text(256)), signature: v.optional(Text(256)) };
const KEY_NAME = new RegExp(`^[A-Za-z0-9._-]{1,${KEY_STEM_LIMIT}}\\.key$`, "i");
const KeyFile = v.looseObject({ name: v.pipe(v.string(), v.regex(KEY_NAME)), ...Fingerprint });

// Loose objects: fields of a later version are kept when a record is copied.
const TicketSchema = v.looseObject({
  format: v.literal("keyferry-ticket"),
  version: v.literal(FORMAT_VERSION),
  id: TicketIdSchema,
  createdAt: TimeSchema,
  product: v.optional(Text(64)),
  assetId: v.optional(v.nullable(Text(128))),
  url: v.looseObject(Fingerprint),
  from: v.optional(From),
  note: v.optional(Text(1000)),
  ...signed,
});

// Electron does not report the certificate of one fetch, so the record has none. One by another program is allowed.
const Server = v.looseObject({
  host: Text(256),
  status: v.optional(v.pipe(v.number(), v.integer())),
  contentType: v.optional(v.nullable(Text(256))),
});
const answer = {
  format: v.literal("keyferry-answer"),
  version: v.literal(FORMAT_VERSION),
  ticketId: TicketIdSchema,
  ticketSha256: Sha256Schema,
  fetchedAt: TimeSchema,
  server: v.optional(Server),
  from: v.optional(From),
  ...signed,
};
const AnswerSchema = v.variant("outcome", [
  v.looseObject({ ...answer, outcome: v.literal("key"), file: KeyFile }),
  v.looseObject({
    ...answer,
    outcome: v.literal("refused"),
    error: v.looseObject({ code: Text(16), name: Text(64) }),
  }),
]);

const DeliverySchema = v.looseObject({
  format: v.literal("keyferry-delivery"),
  version: v.literal(FORMAT_VERSION),
  ticketId: TicketIdSchema,
  answerSha256: Sha256Schema,
  deliveredAt: TimeSchema,
  file: KeyFile,
  from: v.optional(From),
  ...signed,
});

/** Step 1's record, `ticket.json`. `url` is the fingerprint of the URL's own bytes, without the line's end. */
export type Ticket = v.InferOutput<typeof TicketSchema>;
/** Step 2's record, `answer.json`: written last, it is the commit mark. */
export type AnswerRecord = v.InferOutput<typeof AnswerSchema>;
/** Step 3's record, `delivery.json`. */
export type DeliveryRecord = v.InferOutput<typeof DeliverySchema>;

/** The names of the records in a request's folder. */
export const recordFiles = { ticket: "ticket.json", answer: "answer.json", delivery: "delivery.json" } as const;

type RecordProblem = Extract<IntegrityProblem, { code: "record-damaged" | "record-newer" }>;

/** Reads `ticket.json`'s text. A higher version is not damage: the remedy is an update. */
export const parseTicket = (text: string): Result<Ticket, RecordProblem> =>
  parse(TicketSchema, recordFiles.ticket, text);

/** Reads `answer.json`'s text. */
export const parseAnswer = (text: string): Result<AnswerRecord, RecordProblem> =>
  parse(AnswerSchema, recordFiles.answer, text);

/** Reads `delivery.json`'s text. */
export const parseDelivery = (text: string): Result<DeliveryRecord, RecordProblem> =>
  parse(DeliverySchema, recordFiles.delivery, text);

/** Serialises a record with a 2-space indent and a trailing newline, so that a person can read it. */
export const recordText = (record: Ticket | AnswerRecord | DeliveryRecord): string =>
  `${JSON.stringify(record, null, 2)}\n`;

/** The deepest nesting of a record: Keyferry's have three levels. Very deep ones overflow the stack later. */
const DEPTH_LIMIT = 16;

const isShallow = (value: unknown, levels = DEPTH_LIMIT): boolean =>
  typeof value !== "object" ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1)));

const Versioned = v.looseObject({ version: v.pipe(v.number(), v.minValue(FORMAT_VERSION + 1)) });

function parse<S extends v.GenericSchema>(
  schema: S,
  file: string,
  text: string,
): Result<v.InferOutput<S>, RecordProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ code: "record-damaged", file });
  }
  const newer = v.safeParse(Versioned, value);
  if (newer.success) return err({ code: "record-newer", file, version: newer.output.version });
  if (!isShallow(value)) return err({ code: "record-damaged", file });
  const parsed = v.safeParse(schema, value);
  return parsed.success ? ok(parsed.output) : err({ code: "record-damaged", file });
}
