import { shown } from "../../core/text/untrusted.ts";

/** Matches asset IDs and dates: words of 3 to 20 characters with a hyphen and a digit. Longer ones might not fit into a line. */
const ID = /(?<![\w-])(?=[\w-]{3,20}(?![\w-]))(?=[\w-]*-)(?=[\w-]*\d)[\w-]+/.source;
/** Matches text that must stay in one line: asset IDs, dates, a number with its counter, and certain names. */
const UNBREAKABLE = new RegExp(`(${ID}|USB メモリ|アセット ID|コンピュータ [AB]|\\d+ [回件個台分])`);

/** Splits a text. Every second part must stay in one line. */
export const splitUnbreakable = (text: string): readonly string[] => text.split(UNBREAKABLE);

/** Keeps asset IDs and the like in one line by CSS. It adds no character, so that a copied asset ID is exact. */
export function Unbroken({ children }: { readonly children: string }) {
  return splitUnbreakable(shown(children)).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part may occur twice in a text, and the order never changes
      <span key={index} className="whole">
        {part}
      </span>
    ),
  );
}
