import { parseActivationUrl } from "../link/activation-url.ts";
import { parseTypedAssetId } from "../link/asset-id.ts";
import { forbidsMinimal, hostsUnder } from "../policy/site-policy.ts";
import type { Outcome, PolicyProblem } from "../problem.ts";
import type { SavedRequest } from "../step-results.ts";
import { readAgain } from "./sticks.ts";
import type { ConfirmedLink, LinkDraft, Next, Trip } from "./trip.ts";

/** Parses pasted, dropped or typed text at once. */
export function linkGiven(trip: Trip, text: string): Next {
  const link = text.trim() === "" ? null : parseActivationUrl(text, hostsUnder(trip.policy));
  return edit(trip, (draft) => ({ ...draft, text, link }));
}

/** The asset ID as the masthead shows it, typed where the URL does not name it. */
export const assetIdTyped = (trip: Trip, typedAssetId: string): Next =>
  edit(trip, (draft) => ({ ...draft, typedAssetId }));

/** The note and whether to leave out what names a computer or a person, where the site allows that. */
export const requestDescribed = (trip: Trip, note: string, minimal: boolean): Next =>
  edit(trip, (draft) => ({ ...draft, note, minimal: minimal && !forbidsMinimal(trip.policy) }));

/** Sets who makes the request. */
export const operatorGiven = (trip: Trip, operator: string): Next =>
  trip.stage.type === "request.link" ? [{ ...trip, operator, problem: null }, []] : [trip, []];

function edit(trip: Trip, change: (draft: LinkDraft) => LinkDraft): Next {
  if (trip.stage.type !== "request.link") return [trip, []];
  return [{ ...trip, stage: { ...trip.stage, draft: change(trip.stage.draft) }, problem: null }, []];
}

/** Goes on to the stick, after the technician compared the asset ID with the console's masthead. */
export function linkConfirmed(trip: Trip): Next {
  if (trip.stage.type !== "request.link" || !trip.stage.draft.link?.ok) return [trip, []];
  const { draft } = trip.stage;
  const link = trip.stage.draft.link.value;
  const missing = whatIsMissing(trip, draft);
  if (missing) return [{ ...trip, problem: missing }, []];
  const toStick = (assetId: string | null): Next => {
    const confirmed: ConfirmedLink = { draft, link, assetId, operator: draft.minimal ? "" : trip.operator.trim() };
    return [{ ...trip, stage: { type: "request.stick", confirmed }, problem: null }, []];
  };
  if (link.assetId !== null) return toStick(link.assetId);
  if (draft.typedAssetId.trim() === "") return toStick(null);
  const typed = parseTypedAssetId(draft.typedAssetId);
  return typed.ok ? toStick(typed.value.assetId) : [{ ...trip, problem: typed.error }, []];
}

/** What the site policy demands beside the link. It is reported before the technician plugs in a stick. */
function whatIsMissing({ policy, operator }: Trip, { note }: LinkDraft): PolicyProblem | null {
  if (policy.requireNote && note.trim() === "") return { code: "note-required", byHand: false };
  return policy.requireOperator && operator.trim() === "" ? { code: "operator-required", byHand: false } : null;
}

/** Writes the request. `again`: the same URL is on a stick already, and the technician wants it twice. */
export function writeWanted(trip: Trip, again: boolean): Next {
  if (trip.stage.type !== "request.stick" || !trip.stick || trip.stick.drive.readOnly) return [trip, []];
  const { confirmed } = trip.stage;
  const stick = trip.stick.drive;
  return [
    { ...trip, stage: { type: "request.writing", confirmed, stick }, problem: null },
    [{ type: "write-request", stick: stick.id, confirmed, again }],
  ];
}

/** A failed write leads back to the stick; the link is not asked for again. */
export function requestWritten(trip: Trip, outcome: Outcome<SavedRequest>): Next {
  if (trip.stage.type !== "request.writing") return [trip, []];
  const { confirmed, stick } = trip.stage;
  if (!outcome.ok) return [{ ...trip, stage: { type: "request.stick", confirmed }, problem: outcome.error }, []];
  const removal = { type: trip.stick === null ? "away" : "in" } as const; // it may have been pulled just as the step ended
  return readAgain({ ...trip, stage: { type: "request.done", requested: outcome.value, stick, removal } });
}
