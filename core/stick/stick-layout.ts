import { recordFiles } from "./records.ts";

/** Keyferry's folder on a stick. */
export const KEYFERRY_FOLDER = "KEYFERRY";

/** The files besides the records: see the stick's format, version 1. */
export const stickFiles = {
  nextStep: "NEXT-STEP.txt", // in KEYFERRY/
  url: "activation-url.txt", // in a request's folder
  refusal: "alas-answer.txt", // in a request's folder
} as const;

/** Limits on what is read, since a stick is hostile input. Sizes in bytes. */
export const limits = {
  text: 64 * 1024, // a text file or a record
  url: 8 * 1024, // activation-url.txt: one line, which is shorter than half of this
  key: 1024 * 1024,
  entries: 10_000, // of one folder
  requests: 5_000, // each is a folder to open: twice as many take longer than a technician waits
  requestEntries: 64, // of one request's folder: six are ours
  scan: 256 * 1024 * 1024, // of all requests together: 200 of them may have files of the largest size
} as const;

/** Returns a file's name while it is being written: one without a meaning in the format. */
export const temporaryName = (name: string): string => `${name}.part`;

/** Whether a name is a key file's, judged by its ending alone. */
export const isKeyName = (name: string): boolean => /\.key$/i.test(name);

/** Whether a key's name is an activated one's: the unactivated key from the purchase e-mail lacks the "_A" [S]. */
export const isActivatedName = (name: string): boolean => /_A\.key$/i.test(name);

/** Whether step 2 wrote a file, judged by its name alone: a key, or its record. */
export const isOfAnswer = (name: string): boolean => isKeyName(name) || name === recordFiles.answer;

/** Exists in a request's folder while ALAS is contacted: the unfinished record of an answer. */
export const FETCH_MARKER = temporaryName(recordFiles.answer);

const OURS: ReadonlySet<string> = new Set([
  ...Object.values(recordFiles),
  stickFiles.url,
  stickFiles.refusal,
  FETCH_MARKER,
]);

// More than one where a file was written beside the leftover of an earlier write.
const TEMPORARY_ENDINGS = /(?:\.part)+$/;

/** Returns the name of the finished file. */
export const finishedName = (name: string): string => name.replace(TEMPORARY_ENDINGS, "");

/** Whether a name belongs in a request's folder: a record, a text of Keyferry's, a key, or an unfinished one of these. */
export function isRequestFile(name: string): boolean {
  const finished = finishedName(name);
  return OURS.has(finished) || isKeyName(finished);
}

/**
 * Whether a name in a request's folder is an unfinished file's. A fetch marker counts as unfinished. A half-written
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

/** Whether operating systems create this name on every stick: neither Keyferry's nor foreign, never opened. */
export function isSystemName(name: string): boolean {
  return SYSTEM_NAMES.has(name.toLowerCase()) || name.startsWith("._") || name.toLowerCase().startsWith(".trash-");
}

// Programs, scripts and shortcuts on the systems that Keyferry runs on.
const RUNNABLE =
  /\.(exe|com|bat|cmd|ps1|psm1|vbs|vbe|jse?|wsf|wsh|hta|scr|pif|msi|msp|lnk|jar|reg|cpl|dll|sys|inf|sh|command|app|desktop|appimage|run|py|pl|rb|deb|rpm|dmg|pkg|apk)$/i;

/** Whether a name needs a warning in any folder: it can start a program, or it is hidden. */
export const isSuspiciousName = (name: string): boolean => RUNNABLE.test(name) || name.startsWith(".");
