import type { ProblemTexts } from "../problem-texts.ts";
import { alasProblems } from "./problems/alas.ts";
import { integrityProblems } from "./problems/integrity.ts";
import { networkProblems } from "./problems/network.ts";
import { policyProblems } from "./problems/policy.ts";
import { programProblems } from "./problems/program.ts";
import { requestProblems } from "./problems/request.ts";
import { stickProblems } from "./problems/stick.ts";
import { urlProblems } from "./problems/url.ts";

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
