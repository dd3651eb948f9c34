import { sameAssetId } from "../../core/link/asset-id.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { isDeliverable } from "../../core/stick/stick-state.ts";
import type { StickReading, TicketedRequest } from "../stick/read-stick.ts";

/**
 * Returns the requests whose keys are copied: the named ones, else all that have a key. Fails if any chosen key is damaged
 * or belongs to another system.
 */
export function deliverables(
  { ticketed, contents }: StickReading,
  tickets: readonly TicketId[] | undefined,
  assetId: string | null,
): Outcome<readonly TicketedRequest[]> {
  const chosen = tickets === undefined ? withKeys(contents.requests) : named(contents.requests, tickets);
  if (!chosen.ok) return chosen;
  const whole: TicketedRequest[] = [];
  for (const request of chosen.value) {
    const found = request.id === null ? undefined : ticketed.get(request.id);
    if (found === undefined || !isDeliverable(request))
      return err(request.problems[0] ?? { code: "nothing-to-deliver" });
    if (assetId !== null && request.assetId !== null && !sameAssetId(assetId, request.assetId)) {
      return err({ code: "wrong-system", expected: assetId, found: request.assetId });
    }
    whole.push(found);
  }
  return ok(whole);
}

function named(requests: readonly StickRequest[], tickets: readonly TicketId[]): Outcome<readonly StickRequest[]> {
  const found: StickRequest[] = [];
  for (const ticket of new Set(tickets)) {
    const request = requests.find(({ id }) => id === ticket);
    if (request === undefined) return err({ code: "unknown-ticket", ticket });
    found.push(request);
  }
  return ok(found);
}

/** Returns all requests with a key. Without one, returns the first problem, which says more than nothing-to-deliver. */
function withKeys(requests: readonly StickRequest[]): Outcome<readonly StickRequest[]> {
  const keys = requests.filter((request) => request.keyFile !== null || isDeliverable(request));
  if (keys.length > 0) return ok(keys);
  const obstacle: Problem | undefined = requests.flatMap(({ problems }) => problems)[0];
  return err(obstacle ?? { code: "nothing-to-deliver" });
}
