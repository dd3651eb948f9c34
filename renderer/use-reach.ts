import { useCallback, useRef, useState } from "react";
import type { ReachReport } from "../core/network/reach.ts";
import type { Outcome } from "../core/problem.ts";
import type { Bridge } from "../preload/index.ts";
import { settled } from "./settled.ts";

/** Whether ALAS can be reached, as far as it was asked for. */
export type Reach =
  | { readonly type: "unasked" }
  | { readonly type: "asking" }
  | { readonly type: "told"; readonly outcome: Outcome<ReachReport> };

/** Asks on request only. Kept beside the trip: the answer stays while the technician goes from one screen to the next. */
export function useReach(bridge: Bridge, from: Reach = { type: "unasked" }): [Reach, () => void] {
  const [reach, setReach] = useState(from);
  const asking = useRef(from.type === "asking");
  const ask = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    setReach({ type: "asking" });
    const outcome = await settled(bridge.reachAlas());
    asking.current = false;
    setReach({ type: "told", outcome });
  }, [bridge]);
  return [reach, ask];
}
