import { consoleLabels } from "../../core/text/console-labels.ts";
import { contentsOf, deliverable } from "../../core/trip/sticks.ts";
import type { KeyChoice } from "../../core/trip/trip.ts";
import { AssetIdPlate } from "../parts/asset-id-plate.tsx";
import { Actions, BigButton, QuietButton } from "../parts/buttons.tsx";
import { ConsoleDrawing } from "../parts/console-drawing.tsx";
import { ConsoleLanguageSwitch } from "../parts/console-guide.tsx";
import { PathText } from "../parts/path-text.tsx";
import { CareNote, ProblemNote } from "../parts/problem-note.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";
import { KeyChoices } from "./key-choices.tsx";

/** Hop 3, before the copy: the right key for the console in front of the technician. */
export function DeliverReviewScreen({ trip, step, send }: ScreenProps<"deliver.review">) {
  const { deliver } = useSurroundings().screens;
  const contents = contentsOf(trip);
  if (!contents) return null;
  const keys = deliverable(contents);
  const several = keys.length + contents.byHand.keys.length > 1;
  const choose = (key: KeyChoice) => send({ is: "key-chosen", key });
  return (
    <>
      {trip.problem ? <ProblemNote problem={trip.problem} /> : null}
      {step.key === null ? null : <ChosenKey chosen={step.key} copy={() => send({ is: "copy-wanted" })} />}
      {several || step.key === null ? (
        <KeyChoices keys={keys} byHand={contents.byHand.keys} chosen={step.key} choose={choose} />
      ) : null}
      <Actions>
        <QuietButton onClick={() => send({ is: "hop-chosen", hop: "request" })}>{deliver.noKeyYet}</QuietButton>
      </Actions>
    </>
  );
}

function ChosenKey({ chosen, copy }: { readonly chosen: KeyChoice; copy(): void }) {
  const { consoleLanguage, screens, texts } = useSurroundings();
  const { deliver } = screens;
  const assetId = chosen.from === "request" ? chosen.assetId : null;
  const question = deliver.compare(consoleLabels[consoleLanguage]);
  return (
    <>
      {assetId === null ? null : (
        <div className="compare">
          <AssetIdPlate assetId={assetId} question={question} />
          <div>
            <ConsoleDrawing spot="masthead" assetId={assetId} />
            <ConsoleLanguageSwitch />
          </div>
        </div>
      )}
      {chosen.from === "hand" ? (
        <>
          <p className="asset-id file" translate="no">
            {chosen.file}
          </p>
          <CareNote>{texts.notices.notices["key-without-record"]}</CareNote>
        </>
      ) : null}
      <Actions>
        <BigButton onClick={copy}>
          {chosen.from === "hand" ? deliver.copyByHand(chosen.file) : deliver.copy(assetId)}
        </BigButton>
      </Actions>
      <Target />
    </>
  );
}

/** Where the copy goes, and the way to another place: a console may be reached from a computer that hides its downloads. */
function Target() {
  const { chooseDeliverTo, deliverTo, screens } = useSurroundings();
  return (
    <p className="aside target">
      <span>{screens.deliver.goesTo}</span>
      <span className="path">
        <PathText path={deliverTo} />
      </span>
      <QuietButton onClick={chooseDeliverTo}>{screens.deliver.otherFolder}</QuietButton>
    </p>
  );
}
