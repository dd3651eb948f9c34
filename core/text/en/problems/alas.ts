import type { AlasRefusal } from "../../../problem.ts";
import { alasTextOf } from "../../alas-texts.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";
import { alas as texts } from "../alas.ts";

export const alasProblems: TextsOf<AlasRefusal> = {
  "alas-refused": ({ alas, name }) => {
    const { meaning, remedy, call } = alasTextOf(texts, alas);
    return say(`ALAS refused: ${untrusted(`${alas} ${name}`.trim())}. ${meaning}`, `${remedy} ${call}`);
  },
};
