import { shown } from "../../core/text/untrusted.ts";

/** Short words with a hyphen and a figure: asset IDs and dates. Longer ones might not fit into a line. */
const ID = /(?<![\w-])(?=[\w-]{3,20}(?![\w-]))(?=[\w-]*-)(?=[\w-]*\d)[\w-]+/.source;
/** What nobody reads in two lines: those, a number and what it counts, words that are one name. */
const WHOLE = new RegExp(`(${ID}|USB メモリ|アセット ID|コンピュータ [AB]|\\d+ [回件個台分])`);

/** A text in parts: every second one is not to be broken. */
export const inParts = (text: string): readonly string[] => text.split(WHOLE);

/** A text whose lines break elsewhere. No character is added: what is copied is the true asset ID. */
export function Unbroken({ children }: { readonly children: string }) {
  return inParts(shown(children)).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same part may stand twice in a text, and none ever moves
      <span key={index} className="whole">
        {part}
      </span>
    ),
  );
}
