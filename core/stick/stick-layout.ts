import { recordFiles } from "./records.ts";

/** The one folder on a stick that is Keyferry's. */
export const KEYFERRY_FOLDER = "KEYFERRY";

/** The files besides the records: see the stick's format, version 1. */
export const stickFiles = {
  nextStep: "NEXT-STEP.txt", // in KEYFERRY/
  url: "activation-url.txt", // in a request's folder
  refusal: "alas-answer.txt", // in a request's folder
} as const;

/** Bounds on what is read, since a stick is hostile input. Sizes in bytes. */
export const limits = {
  text: 64 * 1024, // a text file or a record
  url: 8 * 1024, // activation-url.txt: one line, which is shorter than half of this
  key: 1024 * 1024,
  entries: 10_000, // of one folder
  requests: 5_000, // each is a folder to be opened: twice as many take a step longer than anybody waits
  requestEntries: 64, // of one request's folder: six are ours
  scan: 256 * 1024 * 1024, // of all requests together: 200 of them may have files of the largest size
} as const;

/** What a file is called while it is being written: never a name that means something. */
export const temporaryName = (name: string): string => `${name}.part`;

/** Whether a name is that of a key file, by its ending alone. */
export const isKeyName = (name: string): boolean => /\.key$/i.test(name);

/** Whether a key's name is an activated one's: the unactivated key from the purchase e-mail lacks the "_A" [S]. */
export const isActivatedName = (name: string): boolean => /_A\.key$/i.test(name);

/** Whether a file is step 2's, told by its name alone: a key, or the record of one. */
export const isOfAnswer = (name: string): boolean => isKeyName(name) || name === recordFiles.answer;

/** Stands in a request's folder while ALAS is asked: an answer's record that was not finished. */
export const FETCH_MARKER = temporaryName(recordFiles.answer);

const OURS: ReadonlySet<string> = new Set([
  ...Object.values(recordFiles),
  stickFiles.url,
  stickFiles.refusal,
  FETCH_MARKER,
]);

// More than one where a file was written beside the leftover of an earlier write.
const TEMPORARY_ENDINGS = /(?:\.part)+$/;

/** The name that a file gets when it is finished. */
export const finishedName = (name: string): string => name.replace(TEMPORARY_ENDINGS, "");

/** Whether a name may stand in a request's folder: a record, a text of ours, a key, or one of these half written. */
export function isRequestFile(name: string): boolean {
  const finished = finishedName(name);
  return OURS.has(finished) || isKeyName(finished);
}

/**
 * Whether a name in a request's folder is that of an unfinished file. A fetch marker counts as unfinished. A half-written
 * marker does not: ALAS had not been contacted yet.
 */
export const isTemporaryFile = (name: string): boolean =>
  TEMPORARY_ENDINGS.test(name) && !name.startsWith(temporaryName(FETCH_MARKER)) && isRequestFile(name);

const SYSTEM_NAMES: ReadonlySet<string> = new Set(
  [
    ["system volume information", "$recycle.bin", "recycler", "desktop.ini", "thumbs.db", "lost+found"],
    [".ds_store", ".fseventsd", ".spotlight-v100", ".trashes", ".temporaryitems", ".metadata_never_index", ".trash"],
  ].flat(),
);

/** What operating systems leave on every stick: neither ours nor foreign, never opened. */
export function isSystemName(name: string): boolean {
  return SYSTEM_NAMES.has(name.toLowerCase()) || name.startsWith("._") || name.toLowerCase().startsWith(".trash-");
}

// Programs, scripts and what starts them, on the systems that Keyferry runs on.
const RUNNABLE =
  /\.(exe|com|bat|cmd|ps1|psm1|vbs|vbe|jse?|wsf|wsh|hta|scr|pif|msi|msp|lnk|jar|reg|cpl|dll|sys|inf|sh|command|app|desktop|appimage|run|py|pl|rb|deb|rpm|dmg|pkg|apk)$/i;

/** Whether a name is worth a warning wherever it stands: it starts something, or it hides. */
export const isSuspiciousName = (name: string): boolean => RUNNABLE.test(name) || name.startsWith(".");
