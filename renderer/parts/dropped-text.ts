import { textDecoding } from "../../core/decode-text.ts";

const { decodeText } = textDecoding(TextDecoder);

/** A dropped file is a link in a text or `.url` file: larger ones are not read (bytes). */
const LIMIT = 64 * 1024;

/** What is looked at of a drop: a DataTransfer has it all. */
type Dropped = Pick<DataTransfer, "getData"> & { readonly files: Pick<FileList, "item"> };

/** The text of what was dropped: a link out of a browser, marked text, or a file's; null for what is no file with a link. */
export async function droppedText(data: Dropped): Promise<string | null> {
  const file = data.files.item(0);
  if (!file) return linksOf(data.getData("text/uri-list")) || data.getData("text/plain");
  if (file.size > LIMIT) return null;
  const bytes = await file.arrayBuffer().catch(() => null); // a folder cannot be read
  if (bytes === null) return null;
  return decodeText(new Uint8Array(bytes)) ?? new TextDecoder().decode(bytes); // a link is ASCII in all other encodings
}

/** RFC 2483: one link a line; lines that begin with "#" are comments. */
export const linksOf = (uriList: string): string =>
  uriList
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .join("\n");
