import { consoleLabels } from "../../core/text/console-labels.ts";
import { shown } from "../../core/text/untrusted.ts";
import { contentsOf, deliverable } from "../../core/trip/chosen-stick.ts";
import { isKeyDamaged } from "../../core/trip/stick-problem.ts";
import type { KeyChoice } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { AssetIdQuestion, CompareWithMasthead } from "../parts/asset-id.tsx";
import { Actions, PrimaryButton, SecondaryButton, StepButton } from "../parts/buttons.tsx";
import { EjectToCarry } from "../parts/eject.tsx";
import { PathText } from "../parts/path-text.tsx";
import { FailedCall, ProblemNote } from "../parts/problem-note.tsx";
import { useAttempt } from "../use-attempt.ts";
import { KeyChoices } from "./key-choices.tsx";

/** Step 3 before the copy: the choice of the key for this console. */
export function DeliverReviewScreen({ trip, stage, send }: ScreenProps<"deliver.review">) {
  const { deliver } = useAppContext().screens;
  const contents = contentsOf(trip);
  if (!contents) return null;
  // A damaged key must not be uploaded and is no longer offered.
  const damagedFile = isKeyDamaged(trip.problem) ? trip.problem.file : null;
  const keys = deliverable(contents).filter(({ keyFile }) => keyFile?.name !== damagedFile);
  const byHand = contents.byHand.keys.filter(({ file }) => file !== damagedFile);
  const minListed = stage.key ? 2 : 1; // a single chosen key needs no list
  return (
    <>
      {trip.problem ? <ProblemNote problem={trip.problem} /> : null}
      <EjectToCarry trip={trip} send={send} />
      {stage.key ? <ChosenKey chosen={stage.key} copy={() => send({ type: "copy-wanted" })} /> : null}
      {keys.length + byHand.length >= minListed ? (
        <KeyChoices
          keys={keys}
          byHand={byHand}
          chosen={stage.key}
          choose={(key) => send({ type: "key-chosen", key })}
        />
      ) : null}
      <Actions>
        <StepButton step="request" send={send}>
          {deliver.noKeyYet}
        </StepButton>
      </Actions>
    </>
  );
}

function ChosenKey({ chosen, copy }: { readonly chosen: KeyChoice; copy(): void }) {
  const { consoleLanguage, screens } = useAppContext();
  const { deliver } = screens;
  const assetId = chosen.type === "request" ? chosen.assetId : null;
  return (
    <>
      {assetId === null ? null : (
        <CompareWithMasthead>
          <AssetIdQuestion assetId={assetId} question={deliver.compare(consoleLabels[consoleLanguage])} />
        </CompareWithMasthead>
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
      <TargetFolder />
    </>
  );
}

/** The folder for the copy. It can be changed, because the downloads folder may be hidden on the computer with the console. */
function TargetFolder() {
  const { chooseDeliveryFolder, deliverTo, screens } = useAppContext();
  const [problem, attempt] = useAttempt();
  return (
    <>
      <p className="aside target">
        <span>{screens.deliver.goesTo}</span>
        <span className="path">
          <PathText path={deliverTo} />
        </span>
        <SecondaryButton onClick={() => attempt(chooseDeliveryFolder())}>{screens.deliver.otherFolder}</SecondaryButton>
      </p>
      <FailedCall problem={problem} />
    </>
  );
}
