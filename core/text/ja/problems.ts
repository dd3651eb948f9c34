import type { AlasRefusal } from "../../problem.ts";
import { alasTextOf } from "../alas-texts.ts";
import { type ProblemTexts, say, type TextsOf } from "../problem-texts.ts";
import { untrusted } from "../untrusted.ts";
import { alas as texts } from "./alas.ts";
import { integrityProblems } from "./problems/integrity.ts";
import { networkProblems } from "./problems/network.ts";
import { policyProblems } from "./problems/policy.ts";
import { programProblems } from "./problems/program.ts";
import { requestProblems } from "./problems/request.ts";
import { stickProblems } from "./problems/stick.ts";
import { urlProblems } from "./problems/url.ts";

const alasProblems: TextsOf<AlasRefusal> = {
  "alas-refused": ({ alas, name }) => {
    const { meaning, remedy, call } = alasTextOf(texts, alas);
    return say(`ALAS がエラー ${untrusted(`${alas} ${name}`.trim())} を返しました。${meaning}`, `${remedy}${call}`);
  },
};

export const problems: ProblemTexts = {
  ...urlProblems,
  ...requestProblems,
  ...stickProblems,
  ...networkProblems,
  ...alasProblems,
  ...integrityProblems,
  ...policyProblems,
  ...programProblems,
};
