import { parseTypedAssetId } from "../../core/link/asset-id.ts";
import { hostOfUrl, unusualHost } from "../../core/link/url-host.ts";
import type { Problem } from "../../core/problem.ts";
import { consoleLabels } from "../../core/text/console-labels.ts";
import type { LinkDraft, TripEvent } from "../../core/trip/trip.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { AssetIdQuestion, CompareWithMasthead } from "../parts/asset-id.tsx";
import { Actions, PrimaryButton, SecondaryButton } from "../parts/buttons.tsx";
import { ProblemNote, WarningNote } from "../parts/problem-note.tsx";
import { OptionalDetails, RequiredDetails } from "./request-details.tsx";

/** Asks whether the valid link belongs to this system. The technician compares the asset ID with the console's masthead. */
export function LinkConfirmation({ trip, stage, send }: ScreenProps<"request.link">) {
  const { consoleLanguage, screens } = useAppContext();
  const { request } = screens;
  const { draft } = stage;
  const labels = consoleLabels[consoleLanguage];
  const linkAssetId = draft.link?.ok ? draft.link.value.assetId : null;
  const typed = linkAssetId === null && draft.typedAssetId.trim() !== "" ? parseTypedAssetId(draft.typedAssetId) : null;
  const assetId = linkAssetId ?? (typed?.ok ? typed.value.assetId : null);
  const host = draft.link?.ok ? unusualHost(hostOfUrl(draft.link.value.text)) : null;
  const confirm = () => send({ type: "link-confirmed" });
  const clear = () => send({ type: "link-given", text: "" });
  return (
    <>
      <CompareWithMasthead>
        {linkAssetId === null ? (
          <AssetIdField draft={draft} label={request.assetIdField(labels)} send={send} />
        ) : (
          <AssetIdQuestion assetId={linkAssetId} question={request.compare(labels)} />
        )}
      </CompareWithMasthead>
      {host === null ? null : <WarningNote>{screens.stick.server(host)}</WarningNote>}
      {trip.problem && !hasOwnField(trip.problem) ? <ProblemNote problem={trip.problem} /> : null}
      <RequiredDetails trip={trip} draft={draft} send={send} />
      <Actions>
        {assetId === null ? null : <PrimaryButton onClick={confirm}>{request.yes(assetId)}</PrimaryButton>}
        {typed === null && linkAssetId === null ? (
          <SecondaryButton onClick={confirm}>{request.withoutAssetId}</SecondaryButton>
        ) : null}
        <SecondaryButton onClick={clear}>{request.pasteOther}</SecondaryButton>
      </Actions>
      <OptionalDetails trip={trip} draft={draft} send={send} />
    </>
  );
}

/** Whether the problem is shown at its own field. */
const hasOwnField = ({ code }: Problem): boolean => code === "note-required" || code === "operator-required";

interface PartProps {
  readonly draft: LinkDraft;
  send(event: TripEvent): void;
}

function AssetIdField({ draft, label, send }: PartProps & { readonly label: string }) {
  const { request } = useAppContext().screens;
  const typed = parseTypedAssetId(draft.typedAssetId);
  const started = draft.typedAssetId.trim() !== "";
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
        aria-invalid={(started && !typed.ok) || undefined}
        aria-describedby="asset-id-words"
        onChange={({ target }) => send({ type: "asset-id-typed", text: target.value })}
      />
      <div id="asset-id-words">
        {typed.ok && typed.value.normalised ? <p className="hint">{request.normalised(typed.value.assetId)}</p> : null}
        {started && !typed.ok ? <ProblemNote problem={typed.error} /> : null}
      </div>
    </div>
  );
}
