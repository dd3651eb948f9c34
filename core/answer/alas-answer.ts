import type { AlasRefusal, Problem } from "../problem.ts";
import type { NoticeCode } from "../step-results.ts";
import { stickFileName } from "../stick/stick-file-name.ts";
import { isActivatedName, isKeyName } from "../stick/stick-layout.ts";
import { type AnswerKind, answerKind, isFault, isProse } from "./answer-kind.ts";
import { dispositionFileName } from "./content-disposition.ts";
import { findNamedRefusal, findRefusal } from "./find-refusal.ts";
import { readingsOf } from "./rough-text.ts";
import { visibleText, withoutHidden } from "./visible-text.ts";

/** A complete HTTP answer: its status, the headers that matter, and its body. */
export interface AlasAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly contentDisposition: string | null;
  readonly bytes: Uint8Array;
  /** It came with a Content-Encoding. Chromium decompresses it and does not tell whether its end was missing. */
  readonly compressed?: boolean;
}

/** The judgement of an answer. A key's `fileName` is safe on any stick; its bytes must not be changed. */
export type Judgement =
  | { readonly outcome: "key"; readonly fileName: string; readonly warnings: readonly NoticeCode[] }
  | { readonly outcome: "refused"; readonly refusal: AlasRefusal }
  | { readonly outcome: "failed"; readonly problem: Problem };

/** An activated key's name is `av_<number>_A.key` [S]; this one is used if the server gives none. */
export const MADE_UP_NAME = "activated_A.key";

/**
 * Judges ALAS's answer by its bytes. The format of a key is not known, so everything recognised as something
 * else is rejected and the rest is a key: a guess must not discard a key that cost an activation. Stray control bytes
 * change nothing: each reading of the bytes is judged without them. Never throws.
 */
export function judgeAnswer(answer: AlasAnswer): Judgement {
  const proposed = dispositionFileName(answer.contentDisposition);
  const asKey = proposed !== null && isKeyName(proposed.trim());
  const readings = readingsOf(answer.bytes).map((reading) => ({
    kind: answerKind(answer.bytes, reading, asKey),
    text: reading.text,
  }));
  // A code comes from ALAS itself, whatever the status code and the markup.
  for (const { kind, text } of readings) {
    const refusal = refusalIn(kind, text, asKey && answer.status === 200);
    if (refusal !== null) return { outcome: "refused", refusal };
  }
  // A key comes with 200. 204 has no content; other statuses carry messages of the server or a proxy.
  if (answer.status !== 200) return failed({ code: "http-status", status: answer.status });
  for (const { kind, text } of readings) {
    const why = whyNoKey(kind, text, answer.contentType, asKey);
    if (why !== null) return why;
  }
  // It may be half a key.
  return answer.compressed ? failed({ code: "answer-compressed" }) : keyNamed(proposed, answer);
}

/**
 * Searches a page's visible text, and the whole of a message, since XML and JSON carry codes in attributes too. In a
 * possible key only the catalogue's names count, unless it is as short as a message.
 */
function refusalIn(kind: AnswerKind, text: string, asKey: boolean): AlasRefusal | null {
  switch (kind.type) {
    case "html":
      return findRefusal(visibleText(text), false);
    case "xml":
      return findRefusal(withoutHidden(text), asKey);
    case "json":
      return findRefusal(text, false);
    case "text":
      return findRefusal(text, asKey);
    case "binary":
      return findNamedRefusal(text);
    case "empty":
    case "other-file":
      return null;
  }
}

function whyNoKey(kind: AnswerKind, text: string, contentType: string | null, asKey: boolean): Judgement | null {
  switch (kind.type) {
    case "empty":
      return failed({ code: "answer-empty" });
    case "html": // login and captive-portal pages, even if named ".key"
      return failed({ code: "answer-html" });
    case "json":
      return failed({ code: "answer-json" });
    case "other-file":
      return failed({ code: "answer-not-a-key", looksLike: kind.looksLike });
    case "xml":
      return !asKey && isFault(text) ? failed({ code: "answer-not-a-key", looksLike: "XML" }) : null;
    case "text": {
      // A text declared as text and not offered as a key is a message for people.
      const message = !asKey && mediaType(contentType) === "text/plain" && isProse(text);
      return message ? failed({ code: "answer-not-a-key", looksLike: "text" }) : null;
    }
    case "binary":
      return null;
  }
}

function keyNamed(proposed: string | null, { contentType }: AlasAnswer): Judgement {
  const usable = proposed === null ? null : stickFileName(proposed);
  const fileName = usable ?? MADE_UP_NAME;
  const warnings: NoticeCode[] = [];
  if (usable === null) warnings.push("key-name-made-up");
  if (!isActivatedName(fileName)) warnings.push("key-name-without-a");
  if (mediaType(contentType) === "text/html") warnings.push("key-type-unusual");
  return { outcome: "key", fileName, warnings };
}

const mediaType = (contentType: string | null): string => contentType?.split(";", 1)[0]?.trim().toLowerCase() ?? "";

const failed = (problem: Problem): Judgement => ({ outcome: "failed", problem });
