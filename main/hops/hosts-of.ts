import { hostsUnder, NO_POLICY } from "../../core/policy/site-policy.ts";
import type { HopContext } from "./context.ts";

/** The hosts that a request may lead to at this site. */
export const hostsOf = ({ policy }: Pick<HopContext, "policy">): readonly string[] => hostsUnder(policy ?? NO_POLICY);
