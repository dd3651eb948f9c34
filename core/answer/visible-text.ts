const HIDDEN = /<!--|<(script|style)\b/gi;
// These break no line: a code in bold stays beside its words.
const INLINE_TAG = /<\/?(?:a|abbr|b|big|code|em|font|i|kbd|mark|samp|small|span|strong|tt|u|var)\b[^<>]*>/gi;
const TAG = /<[^<>]*>/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|amp|lt|gt|quot));?/gi;
const NAMED: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"' };

/** Returns roughly the visible text of a web page, one block per line: without comments, scripts, styles and tags. */
export function visibleText(html: string): string {
  const untagged = withoutHidden(html).replace(INLINE_TAG, " ").replace(TAG, "\n");
  return untagged.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
    const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
  });
}

/**
 * Removes comments, scripts and styles. An unclosed one hides everything after it, as in a browser. A loop, since one
 * regular expression takes quadratic time on a page full of unclosed ones.
 */
export function withoutHidden(markup: string): string {
  const lower = markup.toLowerCase();
  let kept = "";
  let from = 0;
  for (const match of markup.matchAll(HIDDEN)) {
    if (match.index < from) continue;
    kept += markup.slice(from, match.index);
    const closing = match[1] === undefined ? "-->" : `</${match[1].toLowerCase()}`;
    const end = lower.indexOf(closing, match.index);
    if (end < 0) return kept;
    from = end + (closing === "-->" ? closing.length : 0); // TAG removes the closing tag
  }
  return kept + markup.slice(from);
}
