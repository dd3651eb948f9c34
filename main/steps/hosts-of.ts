import { hostsUnder, NO_POLICY } from "../../core/policy/site-policy.ts";
import type { StepContext } from "./context.ts";

/** The hosts that a request may lead to at this site. */
export const hostsOf = ({ policy }: Pick<StepContext, "policy">): readonly string[] => hostsUnder(policy ?? NO_POLICY);
