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
  return bytes && decodeText(new Uint8Array(bytes));
}

/** RFC 2483: one link a line; lines that begin with "#" are comments. */
export const linksOf = (uriList: string): string =>
  uriList
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .join("\n");

/** Text as editors save it: UTF-16 with its mark, as Notepad's "Unicode", else UTF-8. A link is ASCII in all others. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
