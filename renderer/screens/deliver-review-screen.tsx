import { consoleLabels } from "../../core/text/console-labels.ts";
import { shown } from "../../core/text/untrusted.ts";
import { contentsOf, deliverable } from "../../core/trip/chosen-stick.ts";
import { isKeyDamaged } from "../../core/trip/stick-problem.ts";
import type { KeyChoice } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { AssetIdPlate } from "../parts/asset-id-plate.tsx";
import { Actions, PrimaryButton, SecondaryButton } from "../parts/buttons.tsx";
import { CarryOut } from "../parts/carry-out.tsx";
import { ConsoleDrawing } from "../parts/console-drawing.tsx";
import { ConsoleLanguageSwitch } from "../parts/console-guide.tsx";
import { FailedCall } from "../parts/failed-call.tsx";
import { PathText } from "../parts/path-text.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useAttempt } from "../use-attempt.ts";
import { KeyChoices } from "./key-choices.tsx";

/** Step 3, before the copy: the right key for the console in front of the technician. */
export function DeliverReviewScreen({ trip, stage, send }: ScreenProps<"deliver.review">) {
  const { deliver } = useAppContext().screens;
  const contents = contentsOf(trip);
  if (!contents) return null;
  // A key that must not be uploaded is offered no longer, the others are.
  const spoilt = isKeyDamaged(trip.problem) ? trip.problem.file : null;
  const keys = deliverable(contents).filter(({ keyFile }) => keyFile?.name !== spoilt);
  const byHand = contents.byHand.keys.filter(({ file }) => file !== spoilt);
  const least = stage.key ? 2 : 1; // a lone key that is chosen needs no list
  return (
    <>
      {trip.problem ? <ProblemNote problem={trip.problem} /> : null}
      <CarryOut trip={trip} send={send} />
      {stage.key ? <ChosenKey chosen={stage.key} copy={() => send({ type: "copy-wanted" })} /> : null}
      {keys.length + byHand.length >= least ? (
        <KeyChoices
          keys={keys}
          byHand={byHand}
          chosen={stage.key}
          choose={(key) => send({ type: "key-chosen", key })}
        />
      ) : null}
      <Actions>
        <SecondaryButton onClick={() => send({ type: "step-chosen", step: "request" })}>
          {deliver.noKeyYet}
        </SecondaryButton>
      </Actions>
    </>
  );
}

function ChosenKey({ chosen, copy }: { readonly chosen: KeyChoice; copy(): void }) {
  const { consoleLanguage, screens } = useAppContext();
  const { deliver } = screens;
  const assetId = chosen.type === "request" ? chosen.assetId : null;
  const question = deliver.compare(consoleLabels[consoleLanguage]);
  return (
    <>
      {assetId === null ? null : (
        <div className="compare">
          <AssetIdPlate assetId={assetId} question={question} />
          <div>
            <ConsoleDrawing spot="masthead" />
            <ConsoleLanguageSwitch />
          </div>
        </div>
      )}
      {chosen.type === "hand" ? (
        <p className="asset-id file" translate="no">
          {shown(chosen.file)}
        </p>
      ) : null}
      <Actions>
        <PrimaryButton onClick={copy}>
          {chosen.type === "hand" ? deliver.copyByHand(shown(chosen.file)) : deliver.copy(assetId && shown(assetId))}
        </PrimaryButton>
      </Actions>
      <Target />
    </>
  );
}

/** Where the copy goes, and the way to another place: a console may be reached from a computer that hides its downloads. */
function Target() {
  const { chooseDeliverTo, deliverTo, screens } = useAppContext();
  const [problem, attempt] = useAttempt();
  return (
    <>
      <p className="aside target">
        <span>{screens.deliver.goesTo}</span>
        <span className="path">
          <PathText path={deliverTo} />
        </span>
        <SecondaryButton onClick={() => attempt(chooseDeliverTo())}>{screens.deliver.otherFolder}</SecondaryButton>
      </p>
      <FailedCall problem={problem} />
    </>
  );
}
