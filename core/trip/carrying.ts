import type { CarryReason } from "./carry-reason.ts";
import { chosenIn, hasChoice, openIn } from "./chosen-requests.ts";
import { contentsOf, undelivered } from "./chosen-stick.ts";
import { stickHint } from "./stick-hint.ts";
import { isKeyDamaged, stickProblem } from "./stick-problem.ts";
import type { Stage, Trip } from "./trip.ts";

type CarryStage = Extract<Stage, { readonly type: "carry" }>;

/** Returns why the chosen stick only has to go to the other computer; null where there is something to do with it here. */
export function carryReason(trip: Trip): CarryReason | null {
  const { stage, problem } = trip;
  switch (stage.type) {
    case "carry":
      return stage.why;
    case "request.stick": {
      const isThere = problem?.code === "already-requested" && problem.elsewhere === undefined;
      return trip.stick && isThere && !stickProblem(trip) ? "already-there" : null;
    }
    case "fetch.stick":
      return reasonOfHint(trip);
    case "fetch.review":
      return reasonInReview(trip, stage);
    case "deliver.stick":
      return isKeyDamaged(problem) && contentsOf(trip) ? "fetch-key-again" : reasonOfHint(trip);
    case "deliver.review":
      return stage.key === null && isKeyDamaged(problem) ? "fetch-key-again" : null;
    default:
      return null;
  }
}

/** Returns the `carry` stage of the chosen stick; null where there is something to do with it here. */
export function carried(trip: Trip): CarryStage | null {
  if (trip.stage.type === "carry") return trip.stage;
  const why = carryReason(trip);
  if (!trip.stick || why === null) return null;
  const hint = stickHint(trip);
  const assetIds = hint && "assetIds" in hint ? hint.assetIds : [];
  return { type: "carry", why, assetIds, stick: trip.stick.drive, removal: { type: "in" } };
}

/** A stick with nothing for this step may hold something for the other computer. */
function reasonOfHint(trip: Trip): CarryReason | null {
  const kind = stickHint(trip)?.type;
  return kind === "take-to-a" ? "carry-to-a" : kind === "take-to-b" ? "carry-to-b" : null;
}

function reasonInReview(
  trip: Trip,
  { question }: Extract<Stage, { readonly type: "fetch.review" }>,
): CarryReason | null {
  const contents = contentsOf(trip);
  if (!contents || question || trip.stick?.drive.readOnly || chosenIn(trip).length > 0 || hasChoice(trip)) return null;
  if (undelivered(contents).length > 0) return "carry-to-b";
  return openIn(trip).every(({ verdict }) => verdict.reason === "no-asset-id") ? "request-again" : null;
}
