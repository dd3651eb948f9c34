import { useCallback, useEffect, useState } from "react";
import type { ProxyCredentials, ProxyQuestion } from "../core/network/proxy-question.ts";
import type { Bridge } from "../preload/index.ts";

/** Returns a proxy's open sign-in question and the function that answers it (null cancels). It may come at any stage of the trip. */
export function useProxyQuestion(
  bridge: Bridge,
  initial: ProxyQuestion | null = null,
): [ProxyQuestion | null, (credentials: ProxyCredentials | null) => void] {
  const [question, setQuestion] = useState(initial);
  useEffect(() => bridge.onProxySignInWanted(setQuestion), [bridge]);
  const answer = useCallback(
    (credentials: ProxyCredentials | null) => {
      if (!question) return;
      setQuestion(null);
      // The main process rejects the answer to a question that is no longer open. Nothing is lost by that.
      bridge.signInAtProxy({ id: question.id, credentials }).catch(() => undefined);
    },
    [bridge, question],
  );
  return [question, answer];
}
