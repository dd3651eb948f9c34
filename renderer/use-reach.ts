import { useCallback, useRef, useState } from "react";
import type { ReachReport } from "../core/network/reach.ts";
import type { Outcome } from "../core/problem.ts";
import type { Bridge } from "../preload/index.ts";
import { outcomeOf } from "./outcome-of.ts";

/** The check whether this computer reaches ALAS. */
export type Reach =
  | { readonly type: "idle" }
  | { readonly type: "checking" }
  | { readonly type: "done"; readonly outcome: Outcome<ReachReport> };

/** Checks on request only. The result is kept outside the trip, so that it outlives a change of screen. */
export function useReach(bridge: Bridge, initial: Reach = { type: "idle" }): [Reach, () => void] {
  const [reach, setReach] = useState(initial);
  const checking = useRef(initial.type === "checking");
  const check = useCallback(async () => {
    if (checking.current) return;
    checking.current = true;
    setReach({ type: "checking" });
    const outcome = await outcomeOf(bridge.reachAlas());
    checking.current = false;
    setReach({ type: "done", outcome });
  }, [bridge]);
  return [reach, check];
}
