import { parseTypedAssetId } from "../../core/link/asset-id.ts";
import { consoleLabels } from "../../core/text/console-labels.ts";
import type { LinkDraft, TripEvent } from "../../core/trip/trip.ts";
import { AssetIdPlate } from "../parts/asset-id-plate.tsx";
import { Actions, BigButton, QuietButton } from "../parts/buttons.tsx";
import { ConsoleDrawing } from "../parts/console-drawing.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";

/** The link is fine: is it this system's? The masthead decides, so the asset ID is shown large. */
export function LinkConfirmation({ trip, step, send }: ScreenProps<"request.link">) {
  const { consoleLanguage, screens } = useSurroundings();
  const { request } = screens;
  const { draft } = step;
  const labels = consoleLabels[consoleLanguage];
  const told = draft.link?.ok ? draft.link.value.assetId : null;
  const typed = told === null && draft.typedAssetId.trim() !== "" ? parseTypedAssetId(draft.typedAssetId) : null;
  const assetId = told ?? (typed?.ok ? typed.value.assetId : null);
  const confirm = () => send({ is: "link-confirmed" });
  const empty = () => send({ is: "link-given", text: "" });
  return (
    <>
      <div className="compare">
        {told === null ? (
          <AssetIdField draft={draft} label={request.assetIdField(labels)} send={send} />
        ) : (
          <AssetIdPlate assetId={told} question={request.compare(labels)} />
        )}
        <ConsoleDrawing spot="masthead" assetId={assetId} />
      </div>
      {trip.problem ? <ProblemNote problem={trip.problem} id="asset-id-problem" /> : null}
      <Actions>
        {assetId === null ? null : <BigButton onClick={confirm}>{request.yes(assetId)}</BigButton>}
        {typed === null && told === null ? <QuietButton onClick={confirm}>{request.withoutAssetId}</QuietButton> : null}
        <QuietButton onClick={empty}>{request.pasteOther}</QuietButton>
      </Actions>
      <More draft={draft} send={send} />
    </>
  );
}

interface PartProps {
  readonly draft: LinkDraft;
  send(event: TripEvent): void;
}

function AssetIdField({ draft, label, send }: PartProps & { readonly label: string }) {
  const { request } = useSurroundings().screens;
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
        onChange={({ target }) => send({ is: "asset-id-typed", text: target.value })}
      />
      <div id="asset-id-words">
        {typed.ok && typed.value.normalised ? <p className="hint">{request.normalised(typed.value.assetId)}</p> : null}
        {begun && !typed.ok ? <ProblemNote problem={typed.error} /> : null}
      </div>
    </div>
  );
}

function More({ draft, send }: PartProps) {
  const { frame, request } = useSurroundings().screens;
  return (
    <details className="more">
      <summary>{frame.more}</summary>
      <div className="field">
        <label htmlFor="note">{request.note}</label>
        <input
          id="note"
          value={draft.note}
          maxLength={1000}
          aria-describedby="note-hint"
          onChange={({ target }) => send({ is: "request-described", note: target.value, minimal: draft.minimal })}
        />
        <p id="note-hint" className="hint">
          {request.noteHint}
        </p>
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={draft.minimal}
          aria-describedby="minimal-hint"
          onChange={({ target }) => send({ is: "request-described", note: draft.note, minimal: target.checked })}
        />
        <span>{request.minimal}</span>
      </label>
      <p id="minimal-hint" className="hint">
        {request.minimalHint}
      </p>
    </details>
  );
}
