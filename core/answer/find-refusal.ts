import type { AlasRefusal } from "../problem.ts";
import { ALAS_ERRORS, findAlasError } from "./alas-errors.ts";

/** An answer up to this length (characters) is a message; a longer one is a page or a key, which may contain any number. */
const MESSAGE_LIMIT = 200;

// A record holds 64 characters of a name.
const NAME = /(?<![A-Za-z0-9_])ALAS_[A-Z][A-Z0-9_]{0,58}/g;
// Not part of a version (1.2.3, v2.1, nginx/1.18), a date, a price, a percentage, a time or a longer number.
const NUMBER = /(?<![\w.,/+$€£¥^~]|\d:|[^A-Za-z]-)\d{1,2}\.\d{1,2}(?![\w%‰°$€£/-]|[.,:]\d)/g;
const UNIT =
  /^(?: (?:[kKMGT]i?B|[kMGT]?bits?|[kMGT]?Hz|bytes?|m?s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?|px|pt|[ckm]?m|inch|kg|times|percent|stars?)(?!\w)| ?(?:秒|分|時間|日|週|年|円|倍|版|点|回|つ|℃|[$€£¥%]))/;
const PRODUCT_NAMES =
  "https?|x?html|xml|svg|css|soap|wsdl|saml|oauth|tls|ssl|openssl|usb|php|java|python|windows|linux|android|ios|apache|nginx|iis|msie|everrun|ztc|edge";
const VERSION = new RegExp(
  `(?:version[\\w.]{0,16}|\\b(?:v|ver|rev)\\.?|\\b(?:release|revision|build|${PRODUCT_NAMES})|バージョン|リリース|版本|versão)["'\\s=:/>([-]{0,4}$`,
  "i",
);

// An unknown number is a code only beside one of these words; エンコード, レコード and the like are other words.
const CODE_WORD = /(?:[Ee]rror|ERROR|(?<![a-z])code|Code|CODE|(?<![A-Za-z])(?:ALAS|alas)|エラー|(?<![ァ-ヴー])コード)/;
const BEFORE_CODE = new RegExp(`${CODE_WORD.source}[^\\d\\n]{0,16}$`);
const BEHIND_CODE = new RegExp(`^[^\\d\\n]{0,16}${CODE_WORD.source}`);
const BESIDE = 40; // characters searched on each side

interface NumberFound {
  readonly code: string;
  readonly besideWord: boolean;
  readonly aloneInLine: boolean;
}

/**
 * Finds ALAS's refusal in a text: a name (`ALAS_…`), or a number `n.n` standing alone [S]. ALAS's markup is not
 * known, so any text is searched. A name or number without the other gets it from the catalogue; if the catalogue has
 * none, the other is "".
 *
 * `asKey`: the answer came as a `.key` file. A real key may contain "2.1" and must not be discarded: if it is longer than
 * a message, only the catalogue's names count.
 */
export function findRefusal(text: string, asKey: boolean): AlasRefusal | null {
  const plain = text.normalize("NFKC").trim();
  const isMessage = plain.length <= MESSAGE_LIMIT;
  const named = findNamedRefusal(plain);
  if (named !== null || (asKey && !isMessage)) return named;
  const number = isMessage ? codeInMessage(numbersIn(plain)) : codeInPage(numbersIn(plain));
  const [name] = plain.match(NAME) ?? [];
  if (name === undefined && number === undefined) return null;
  const partner = name ?? findAlasError(number ?? "")?.name ?? "";
  return { code: "alas-refused", alas: number ?? "", name: partner };
}

/** Finds a refusal by the catalogue's names alone, which no key contains. */
export function findNamedRefusal(text: string): AlasRefusal | null {
  const known = (text.match(NAME) ?? []).map(findAlasError).find((error) => error !== undefined);
  return known === undefined ? null : { code: "alas-refused", alas: known.code, name: known.name };
}

const isKnown = ({ code }: NumberFound): boolean => ALAS_ERRORS.some((error) => error.code === code);

function codeInMessage(numbers: readonly NumberFound[]): string | undefined {
  return (numbers.find(isKnown) ?? numbers.find(({ besideWord }) => besideWord))?.code;
}

/** In a page a code has a word beside it or a line of its own. Different numbers on lines of their own do not count. */
function codeInPage(numbers: readonly NumberFound[]): string | undefined {
  const named = numbers.filter(({ besideWord }) => besideWord);
  const alone = numbers.filter(({ aloneInLine }) => aloneInLine);
  const single = new Set(alone.map(({ code }) => code)).size === 1 ? alone.find(isKnown) : undefined;
  return (named.find(isKnown) ?? single ?? named[0])?.code;
}

function numbersIn(text: string): readonly NumberFound[] {
  const found: NumberFound[] = [];
  for (const { 0: code, index } of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, index - BESIDE), index);
    const behind = text.slice(index + code.length, index + code.length + BESIDE);
    if (VERSION.test(before) || UNIT.test(behind)) continue;
    const besideWord = BEFORE_CODE.test(before) || BEHIND_CODE.test(behind);
    const aloneInLine = /(?:^|[\n>])[^\S\n]*$/.test(before) && /^[^\S\n]*(?:$|[\n<])/.test(behind);
    found.push({ code, besideWord, aloneInLine });
  }
  return found;
}
