import type { Requested } from "../hop-results.ts";
import { parseActivationUrl } from "../link/activation-url.ts";
import { parseTypedAssetId } from "../link/asset-id.ts";
import type { Outcome } from "../problem.ts";
import { readAgain } from "./sticks.ts";
import type { ConfirmedLink, LinkDraft, Next, Trip } from "./trip.ts";

/** Takes pasted, dropped or typed text, and says at once what it is. */
export function linkGiven(trip: Trip, text: string): Next {
  return edit(trip, (draft) => ({ ...draft, text, link: text.trim() === "" ? null : parseActivationUrl(text) }));
}

/** The asset ID as the masthead shows it, typed because the URL does not tell it. */
export const assetIdTyped = (trip: Trip, typedAssetId: string): Next =>
  edit(trip, (draft) => ({ ...draft, typedAssetId }));

/** The note and whether to leave out what names a computer or a person. */
export const requestDescribed = (trip: Trip, note: string, minimal: boolean): Next =>
  edit(trip, (draft) => ({ ...draft, note, minimal }));

function edit(trip: Trip, change: (draft: LinkDraft) => LinkDraft): Next {
  if (trip.step.at !== "request.link") return [trip, []];
  return [{ ...trip, step: { ...trip.step, draft: change(trip.step.draft) }, problem: null }, []];
}

/** The technician compared the asset ID with the console's masthead. */
export function linkConfirmed(trip: Trip): Next {
  if (trip.step.at !== "request.link" || !trip.step.draft.link?.ok) return [trip, []];
  const { draft } = trip.step;
  const link = trip.step.draft.link.value;
  if (link.assetId !== null) return toStick(trip, { draft, link, assetId: link.assetId });
  if (draft.typedAssetId.trim() === "") return toStick(trip, { draft, link, assetId: null });
  const typed = parseTypedAssetId(draft.typedAssetId);
  if (!typed.ok) return [{ ...trip, problem: typed.error }, []];
  return toStick(trip, { draft, link, assetId: typed.value.assetId });
}

const toStick = (trip: Trip, confirmed: ConfirmedLink): Next => [
  { ...trip, step: { at: "request.stick", confirmed }, problem: null },
  [],
];

/** The one button of the hop. `again`: the same URL is on the stick already, and the technician wants it twice. */
export function writeWanted(trip: Trip, again: boolean): Next {
  if (trip.step.at !== "request.stick" || !trip.stick || trip.stick.drive.readOnly) return [trip, []];
  const { confirmed } = trip.step;
  const stick = trip.stick.drive;
  return [
    { ...trip, step: { at: "request.writing", confirmed, stick }, problem: null },
    [{ do: "write-request", stick: stick.id, confirmed, again }],
  ];
}

/** A failed write leads back to the stick; the link is not asked for again. */
export function requestWritten(trip: Trip, outcome: Outcome<Requested>): Next {
  if (trip.step.at !== "request.writing") return [trip, []];
  const { confirmed, stick } = trip.step;
  if (!outcome.ok) return [{ ...trip, step: { at: "request.stick", confirmed }, problem: outcome.error }, []];
  const removal = { is: trip.stick === null ? "away" : "in" } as const; // pulled in the very moment in which the hop ends
  return readAgain({ ...trip, step: { at: "request.done", requested: outcome.value, stick, removal } });
}
