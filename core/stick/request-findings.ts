import { type ActivationUrl, parseActivationUrl } from "../link/activation-url.ts";
import { sameAssetId } from "../link/asset-id.ts";
import type { Outcome, Problem } from "../problem.ts";
import { err, ok } from "../result.ts";
import type { Fingerprint, FolderEntry } from "./folder-entry.ts";
import {
  type AnswerRecord,
  type DeliveryRecord,
  parseAnswer,
  parseDelivery,
  parseTicket,
  recordFiles,
  type Ticket,
} from "./records.ts";
import type { KeyFile } from "./stick-contents.ts";
import { FETCH_MARKER, isKeyName, isTemporaryFile, limits, stickFiles } from "./stick-layout.ts";
import { ticketIdOfFolder } from "./ticket-id.ts";
import { isUnfinishedSave } from "./unfinished-save.ts";

/** A record with the SHA-256 of its file, to which the next record refers. */
interface Recorded<R> {
  readonly record: R;
  readonly sha256: string;
}

/** What a request's folder holds and what is wrong with it, by the step that wrote it. */
export interface Findings {
  readonly ticket: Recorded<Ticket> | null;
  readonly url: ActivationUrl | null;
  readonly answer: Recorded<AnswerRecord> | null;
  readonly delivery: Recorded<DeliveryRecord> | null;
  /** Files of step 2 without its record, which is the commit mark. */
  readonly cutOff: boolean;
  /** `url`: its file is damaged, so that nothing can be fetched; an earlier key stays valid. */
  readonly problems: Readonly<Record<"request" | "url" | "answer" | "delivery", readonly Problem[]>>;
}

type Files = ReadonlyMap<string, FolderEntry>;

/** Checks one request's folder: each file against its record, each record against the one before it. */
export function readFindings(folder: string, entries: readonly FolderEntry[], hosts?: readonly string[]): Findings {
  const files: Files = new Map(entries.map((entry) => [entry.name, entry]));
  if (isUnfinishedSave(entries)) return unfinished(urlOf(files, null, hosts).url);
  const ticket = ticketOf(files, folder);
  const url = urlOf(files, ticket.ok ? ticket.value.record : null, hosts);
  const answer = files.has(recordFiles.answer) ? answerOf(files, ticket.ok ? ticket.value : null) : null;
  const delivery = files.has(recordFiles.delivery) ? deliveryOf(files, answer?.ok ? answer.value : null) : null;
  return {
    ticket: ticket.ok ? ticket.value : null,
    url: url.url,
    answer: answer?.ok ? answer.value : null,
    delivery: delivery?.ok ? delivery.value : null,
    // A retry sets the marker beside an older refusal; the retry's own answer replaces both.
    cutOff: answer === null ? entries.some(isTraceOfFetch) : files.has(FETCH_MARKER),
    problems: {
      request: [...errorOf(ticket), ...url.refused],
      url: url.harmed,
      answer: [...errorOf(answer), ...(answer?.ok && ticket.ok ? keyProblems(files, answer.value.record) : [])],
      delivery: errorOf(delivery),
    },
  };
}

const unfinished = (url: ActivationUrl | null): Findings => ({
  ticket: null,
  url,
  answer: null,
  delivery: null,
  cutOff: false,
  problems: { request: [{ code: "request-unfinished" }], url: [], answer: [], delivery: [] },
});

/** Returns the key whose bytes decide the request's state, as its record describes it; null if the records decide. */
export function keyToRead(folder: string, entries: readonly FolderEntry[]): KeyFile | null {
  const files: Files = new Map(entries.map((entry) => [entry.name, entry]));
  if (!files.has(recordFiles.answer)) return null;
  const ticket = ticketOf(files, folder);
  const answer = ticket.ok ? answerOf(files, ticket.value) : ticket;
  return answer.ok && answer.value.record.outcome === "key" ? answer.value.record.file : null;
}

const errorOf = (outcome: Outcome<unknown> | null): readonly Problem[] =>
  outcome === null || outcome.ok ? [] : [outcome.error];

const isTraceOfFetch = ({ name }: FolderEntry): boolean =>
  isKeyName(name) || isTemporaryFile(name) || name === stickFiles.refusal;

function ticketOf(files: Files, folder: string): Outcome<Recorded<Ticket>> {
  const ticket = recordOf(files, recordFiles.ticket, parseTicket);
  // A ticket copied into another folder would be fetched twice.
  if (ticket.ok && ticketIdOfFolder(folder) !== ticket.value.record.id) return foreign(recordFiles.ticket);
  return ticket;
}

function answerOf(files: Files, ticket: Recorded<Ticket> | null): Outcome<Recorded<AnswerRecord>> {
  const answer = recordOf(files, recordFiles.answer, parseAnswer);
  if (!answer.ok || ticket === null) return answer;
  const { ticketId, ticketSha256 } = answer.value.record;
  return ticketId === ticket.record.id && ticketSha256 === ticket.sha256 ? answer : foreign(recordFiles.answer);
}

/** `answer` is null if it is missing or unusable; an unusable one is reported by `answerOf`. */
function deliveryOf(files: Files, answer: Recorded<AnswerRecord> | null): Outcome<Recorded<DeliveryRecord>> {
  const delivery = recordOf(files, recordFiles.delivery, parseDelivery);
  if (!delivery.ok) return delivery;
  if (answer === null) {
    return files.has(recordFiles.answer) ? delivery : err({ code: "file-missing", file: recordFiles.answer });
  }
  const { ticketId, answerSha256, file } = delivery.value.record;
  const belongs =
    ticketId === answer.record.ticketId &&
    answerSha256 === answer.sha256 &&
    answer.record.outcome === "key" &&
    sameFingerprint(file, answer.record.file);
  return belongs ? delivery : foreign(recordFiles.delivery);
}

/** Vets the URL again, whatever the ticket says: another program may have changed the stick between two computers. */
function urlOf(files: Files, ticket: Ticket | null, hosts?: readonly string[]): VettedUrl {
  const file = stickFiles.url;
  const entry = textEntry(files, file, limits.url);
  if (!entry.ok) return { url: null, harmed: [entry.error], refused: [] };
  const { text, fingerprint, line } = entry.value;
  // Some programs fingerprint the whole file, line end included: that proves the same bytes.
  const recorded = (url: Fingerprint) =>
    sameFingerprint(url, fingerprint) || (line !== null && sameFingerprint(url, line));
  // The contents of changed bytes are not trusted: only the change is reported.
  if (ticket !== null && !recorded(ticket.url))
    return { url: null, harmed: [{ code: "file-differs", file }], refused: [] };
  const vetted = parseActivationUrl(text, hosts);
  if (!vetted.ok) return { url: null, harmed: [], refused: [vetted.error] };
  const alone = text.replace(/\r?\n$/, "") === vetted.value.text;
  const refused: readonly Problem[] = [
    ...(alone ? [] : [{ code: "file-differs", file } as const]),
    ...mismatch(ticket?.assetId ?? null, vetted.value.assetId),
  ];
  return { url: refused.length === 0 ? vetted.value : null, harmed: [], refused };
}

/** A URL, or why there is none. `harmed`: its file differs from the ticket. `refused`: it must not be used. */
interface VettedUrl {
  readonly url: ActivationUrl | null;
  readonly harmed: readonly Problem[];
  readonly refused: readonly Problem[];
}

function mismatch(expected: string | null, found: string | null): readonly Problem[] {
  if (expected === null || found === null || sameAssetId(expected, found)) return [];
  return [{ code: "asset-id-mismatch", expected, found }];
}

function keyProblems(files: Files, answer: AnswerRecord): readonly Problem[] {
  if (answer.outcome !== "key") return [];
  const file = answer.file.name;
  const entry = files.get(file);
  if (entry === undefined) return [{ code: "file-missing", file }];
  if (entry.type !== "file") return [{ code: "file-unsafe", file }];
  if (entry.bytes > limits.key) return [{ code: "file-too-large", file, limit: limits.key }];
  if (entry.bytes === answer.file.bytes && entry.limit !== undefined) {
    return [{ code: "file-too-large", file, limit: entry.limit }];
  }
  return sameFingerprint(answer.file, entry) ? [] : [{ code: "file-differs", file }];
}

function recordOf<R>(files: Files, name: string, parse: (text: string) => Outcome<R>): Outcome<Recorded<R>> {
  const entry = textEntry(files, name, limits.text);
  if (!entry.ok) return entry;
  const record = parse(entry.value.text);
  return record.ok ? ok({ record: record.value, sha256: entry.value.fingerprint.sha256 }) : record;
}

interface TextEntry {
  readonly text: string;
  readonly fingerprint: Fingerprint;
  readonly line: Fingerprint | null;
}

function textEntry(files: Files, file: string, limit: number): Outcome<TextEntry> {
  const entry = files.get(file);
  if (entry === undefined) return err({ code: "file-missing", file });
  if (entry.type !== "file") return err({ code: "file-unsafe", file });
  if (entry.bytes > limit) return err({ code: "file-too-large", file, limit });
  if (entry.limit !== undefined) return err({ code: "file-too-large", file, limit: entry.limit });
  const { text, bytes, sha256, line } = entry;
  if (text === null || sha256 === null) return err({ code: "record-damaged", file });
  return ok({ text, fingerprint: { bytes, sha256 }, line });
}

const sameFingerprint = (a: Fingerprint, b: { readonly bytes: number; readonly sha256: string | null }): boolean =>
  a.bytes === b.bytes && a.sha256 === b.sha256;

const foreign = (file: string) => err({ code: "record-foreign", file } as const);
