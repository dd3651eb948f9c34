/** A file's size in bytes and its SHA-256 in lower-case hex. */
export interface Fingerprint {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * One entry of a request's folder. The caller limits what it reads: a file that is too large, unreadable or not needed
 * has neither hash nor text.
 */
export interface FolderEntry {
  readonly name: string;
  readonly type: "file" | "other"; // other: a link, a folder, a device, a pipe
  readonly bytes: number;
  readonly sha256: string | null; // of the whole file
  readonly text: string | null; // of the records and of activation-url.txt, when it decodes
  readonly line: Fingerprint | null; // of activation-url.txt without its line's end
  readonly limit?: number; // bytes: the file was not read since it exceeds its request's share of a scan
}
