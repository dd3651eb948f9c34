import type { AnotherStick } from "../stick/stick-contents.ts";
import type { NoticeTexts } from "./en/notices.ts";
import { untrusted } from "./untrusted.ts";

/** Which stick to look for instead of the one in hand, and since when. */
export function anotherStickText(texts: NoticeTexts, { label, assetId, writtenAt }: AnotherStick): string {
  const shown = (text: string | null) => (text ? untrusted(text) : null);
  return texts.anotherStick(shown(label), writtenAt.slice(0, "2026-11-24".length), shown(assetId));
}
