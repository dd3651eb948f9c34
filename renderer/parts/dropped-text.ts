import { textDecoding } from "../../core/decode-text.ts";

const { decodeText } = textDecoding(TextDecoder);

/** Bytes. Larger files are not read: a text or `.url` file with a link is much smaller. */
const MAX_BYTES = 64 * 1024;

/** The part of DataTransfer that is read. */
type Dropped = Pick<DataTransfer, "getData"> & { readonly files: Pick<FileList, "item"> };

/** Returns the dropped text: a link from a browser, selected text, or a file's content. Null if the file cannot hold a link. */
export async function droppedText(data: Dropped): Promise<string | null> {
  const file = data.files.item(0);
  if (!file) return linksOf(data.getData("text/uri-list")) || data.getData("text/plain");
  if (file.size > MAX_BYTES) return null;
  const bytes = await file.arrayBuffer().catch(() => null); // reading a folder fails
  if (bytes === null) return null;
  return decodeText(new Uint8Array(bytes)) ?? new TextDecoder().decode(bytes); // the link itself is ASCII in all other encodings
}

/** Returns the links of a `text/uri-list` (RFC 2483: one link per line, "#" starts a comment line). */
export const linksOf = (uriList: string): string =>
  uriList
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .join("\n");
