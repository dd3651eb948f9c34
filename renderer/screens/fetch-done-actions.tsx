import { nextAction } from "../../core/trip/next-action.ts";
import { isEjecting, isFree } from "../../core/trip/removal.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { PrimaryButton, SecondaryButton } from "../parts/buttons.tsx";
import { Eject, EjectButton } from "../parts/eject.tsx";
import { CopyDetails, unfetchedIn } from "./fetch-failures.tsx";

/** The one thing to do at step 2's end as the big button, and beside it what else can be done. */
export function FetchDoneActions({ trip, stage, send }: ScreenProps<"fetch.done">) {
  const { fetch } = useAppContext().screens;
  const action = nextAction(trip);
  const all = stage.results.every(({ outcome }) => outcome === "key");
  const some = stage.results.some(({ outcome }) => outcome === "key");
  const leaving = action === "remove-stick" || action === "request-again";
  const looking = action === "retry" || action === "read-results";
  const lookAgain = () => send({ type: "step-chosen", step: "fetch" });
  if (isEjecting(stage)) return <Eject stage={stage} send={send} />;
  if (all && isFree(stage)) return null;
  return (
    // With keys it follows the ticks, of which it must cover none; else it comes after all the failures.
    <div className={some ? "actions" : "actions stay"}>
      {looking ? (
        <PrimaryButton onClick={lookAgain}>{action === "retry" ? fetch.toRetry : fetch.lookAgain}</PrimaryButton>
      ) : null}
      {action === "call-support" ? <CopyDetails big failures={unfetchedIn({ trip, stage })} /> : null}
      <EjectButton stage={stage} send={send} quiet={!leaving} />
      {all || looking ? null : <SecondaryButton onClick={lookAgain}>{fetch.lookAgain}</SecondaryButton>}
    </div>
  );
}
