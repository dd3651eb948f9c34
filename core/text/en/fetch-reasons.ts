import type { ConfirmReason } from "../../fetch/confirm-reason.ts";
import type { TextFor } from "../translation.ts";

/** Why a request is not fetched without a confirmation, or not yet. */
export const fetchReasons = {
  "cut-off": "An earlier fetch of it was cut off and may have used an activation.",
  "damaged-answer": "Its answer on the stick is damaged. The fetch that brought it may have used an activation.",
  "fetched-before": "The same system or link was fetched before. Each fetch may use an activation.",
  "limit-reached":
    "ALAS answered with error 3.5: all activations are used. Fetch only if your service representative has raised the limit.",
  "no-asset-id": "ALAS found no asset ID in this link. The same link gives the same answer.",
  refused: "ALAS answered with an error before. Fetch again only if the cause has been removed.",
  "refused-twice": "ALAS answered with error 2.1, and again after the wait. Call your service representative first.",
  "retry-due": "ALAS answered with error 2.1. The wait is over, so it can be fetched once more.",
  "same-system": "A newer request on the stick is for the same system.",
  "wait-not-over": "ALAS answered with error 2.1, and the wait of 15 minutes is not over.",
} satisfies TextFor<ConfirmReason | "wait-not-over">;
