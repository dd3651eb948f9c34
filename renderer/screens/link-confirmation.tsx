import { parseTypedAssetId } from "../../core/link/asset-id.ts";
import { hostOfUrl, unusualHost } from "../../core/link/url-host.ts";
import type { Problem } from "../../core/problem.ts";
import { consoleLabels } from "../../core/text/console-labels.ts";
import type { LinkDraft, TripEvent } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { AssetIdPlate } from "../parts/asset-id-plate.tsx";
import { Actions, PrimaryButton, SecondaryButton } from "../parts/buttons.tsx";
import { ConsoleDrawing } from "../parts/console-drawing.tsx";
import { ConsoleLanguageSwitch } from "../parts/console-guide.tsx";
import { ProblemNote, WarningNote } from "../parts/problem-note.tsx";
import { DemandedDetails, MoreDetails } from "./request-details.tsx";

/** The link is fine: is it this system's? The masthead decides, so the asset ID is shown large. */
export function LinkConfirmation({ trip, stage, send }: ScreenProps<"request.link">) {
  const { consoleLanguage, screens } = useAppContext();
  const { request } = screens;
  const { draft } = stage;
  const labels = consoleLabels[consoleLanguage];
  const told = draft.link?.ok ? draft.link.value.assetId : null;
  const typed = told === null && draft.typedAssetId.trim() !== "" ? parseTypedAssetId(draft.typedAssetId) : null;
  const assetId = told ?? (typed?.ok ? typed.value.assetId : null);
  const host = draft.link?.ok ? unusualHost(hostOfUrl(draft.link.value.text)) : null;
  const confirm = () => send({ type: "link-confirmed" });
  const empty = () => send({ type: "link-given", text: "" });
  return (
    <>
      <div className="compare">
        {told === null ? (
          <AssetIdField draft={draft} label={request.assetIdField(labels)} send={send} />
        ) : (
          <AssetIdPlate assetId={told} question={request.compare(labels)} />
        )}
        <div>
          <ConsoleDrawing spot="masthead" />
          <ConsoleLanguageSwitch />
        </div>
      </div>
      {host === null ? null : <WarningNote>{screens.stick.server(host)}</WarningNote>}
      {trip.problem && !ofDetails(trip.problem) ? <ProblemNote problem={trip.problem} /> : null}
      <DemandedDetails trip={trip} draft={draft} send={send} />
      <Actions>
        {assetId === null ? null : <PrimaryButton onClick={confirm}>{request.yes(assetId)}</PrimaryButton>}
        {typed === null && told === null ? (
          <SecondaryButton onClick={confirm}>{request.withoutAssetId}</SecondaryButton>
        ) : null}
        <SecondaryButton onClick={empty}>{request.pasteOther}</SecondaryButton>
      </Actions>
      <MoreDetails trip={trip} draft={draft} send={send} />
    </>
  );
}

/** Those stand at their own fields. */
const ofDetails = ({ code }: Problem): boolean => code === "note-required" || code === "operator-required";

interface PartProps {
  readonly draft: LinkDraft;
  send(event: TripEvent): void;
}

function AssetIdField({ draft, label, send }: PartProps & { readonly label: string }) {
  const { request } = useAppContext().screens;
  const typed = parseTypedAssetId(draft.typedAssetId);
  const begun = draft.typedAssetId.trim() !== "";
  return (
    <div className="field">
      <label htmlFor="asset-id">{label}</label>
      <input
        id="asset-id"
        className="asset-id"
        value={draft.typedAssetId}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={(begun && !typed.ok) || undefined}
        aria-describedby="asset-id-words"
        onChange={({ target }) => send({ type: "asset-id-typed", text: target.value })}
      />
      <div id="asset-id-words">
        {typed.ok && typed.value.normalised ? <p className="hint">{request.normalised(typed.value.assetId)}</p> : null}
        {begun && !typed.ok ? <ProblemNote problem={typed.error} /> : null}
      </div>
    </div>
  );
}
