import { nextAction } from "../../core/trip/next-action.ts";
import { isEjecting, isFree } from "../../core/trip/removal.ts";
import { BigButton, QuietButton } from "../parts/buttons.tsx";
import { Eject, EjectButton } from "../parts/eject.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";
import { CopyDetails, unfetchedIn } from "./fetch-failures.tsx";

/** The one thing to do at hop 2's end as the big button, and beside it what else can be done. */
export function FetchDoneActions({ trip, step, send }: ScreenProps<"fetch.done">) {
  const { fetch } = useSurroundings().screens;
  const action = nextAction(trip);
  const all = step.results.every(({ outcome }) => outcome === "key");
  const some = step.results.some(({ outcome }) => outcome === "key");
  const leaving = action === "remove-stick" || action === "request-again";
  const looking = action === "retry" || action === "read-results";
  const lookAgain = () => send({ type: "hop-chosen", hop: "fetch" });
  if (isEjecting(step)) return <Eject step={step} send={send} />;
  if (all && isFree(step)) return null;
  return (
    // With keys it follows the ticks, of which it must cover none; else it comes after all the failures.
    <div className={some ? "actions" : "actions stay"}>
      {looking ? (
        <BigButton onClick={lookAgain}>{action === "retry" ? fetch.toRetry : fetch.lookAgain}</BigButton>
      ) : null}
      {action === "call-support" ? <CopyDetails big failures={unfetchedIn({ trip, step })} /> : null}
      <EjectButton step={step} send={send} quiet={!leaving} />
      {all || looking ? null : <QuietButton onClick={lookAgain}>{fetch.lookAgain}</QuietButton>}
    </div>
  );
}
