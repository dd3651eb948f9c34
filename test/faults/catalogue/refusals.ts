import { gzipSync } from "node:zlib";
import {
  ALAS_NAMES,
  type ErrorForm,
  type PracticeCode,
  refusalAnswer,
} from "../../../main/practice/practice-answers.ts";
import type { Fault } from "../fault.ts";
import type { Play } from "../fault-server.ts";
import { answer, attachment, page } from "../plays.ts";

const FORMS: readonly (readonly [ErrorForm, string])[] = [
  ["text", "code in a text"],
  ["html", "code in HTML"],
  ["xml", "code in XML, status 500"],
  ["code", "the bare code"],
];

/** Each of ALAS's codes in each dress, since nobody knows in which one they come. */
const listed = FORMS.flatMap(([form, words]) =>
  codes().map((code): Fault => ({ name: `${words}: ${code}`, play: practice(code, form), shows: { refused: code } })),
);

const more: readonly Fault[] = [
  { name: "code with the key's name", play: answer(attachment(), "Error 3.5"), shows: { refused: "3.5" } },
  { name: "code with a NUL behind it", play: answer(attachment(), "Error 3.5\0"), shows: { refused: "3.5" } },
  {
    name: "code compressed with gzip",
    play: answer({ ...attachment(), "Content-Encoding": "gzip" }, gzipSync("Error 3.5")),
    shows: { refused: "3.5" },
  },
  { name: "code in HTML, status 403", play: page("<h1>Error 3.3</h1>", {}, 403), shows: { refused: "3.3" } },
  {
    name: "code in JSON",
    play: answer({ "Content-Type": "application/json" }, '{"code":"2.1"}'),
    shows: { refused: "2.1" },
  },
  { name: "only the name of a code", play: page("<p>ALAS_NO_MORE_ACTIVATION</p>"), shows: { refused: "3.5" } },
  { name: "a code that nobody knows", play: page("<p>ALAS error 7.4</p>"), shows: { refused: "7.4" } },
];

function codes(): readonly PracticeCode[] {
  return Object.keys(ALAS_NAMES) as PracticeCode[]; // its own keys, in the guide's order
}

function practice(code: PracticeCode, form: ErrorForm): Play {
  const { status, headers, body } = refusalAnswer(code, form);
  return answer(headers, body, { status });
}

/** What ALAS says instead of a key. Only these leave a record on the stick. */
export const refusals: readonly Fault[] = [...listed, ...more];
