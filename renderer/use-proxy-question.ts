import { useCallback, useEffect, useState } from "react";
import type { ProxyCredentials, ProxyQuestion } from "../core/network/proxy-question.ts";
import type { Bridge } from "../preload/index.ts";

/** The question of a proxy that stands, and its answer (null: nobody signs in). Beside the trip: it may come at any step. */
export function useProxyQuestion(
  bridge: Bridge,
  from: ProxyQuestion | null = null,
): [ProxyQuestion | null, (credentials: ProxyCredentials | null) => void] {
  const [question, setQuestion] = useState(from);
  useEffect(() => bridge.onProxySignInWanted(setQuestion), [bridge]);
  const answer = useCallback(
    (credentials: ProxyCredentials | null) => {
      if (!question) return;
      setQuestion(null);
      // A question that does not stand any more takes no answer, and nothing is lost by that.
      bridge.signInAtProxy({ id: question.id, credentials }).catch(() => undefined);
    },
    [bridge, question],
  );
  return [question, answer];
}
