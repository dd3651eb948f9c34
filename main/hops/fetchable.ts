import { USED_UP } from "../../core/answer/alas-errors.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import type { OpenRequest, StickReading } from "../stick/read-stick.ts";

/**
 * The named requests, where ALAS may be asked for each of them. One that was refused or cut off may, since somebody named
 * it; after 3.5 only with `again`, unless its key is `kept` on this computer.
 */
export function requestsToFetch(
  { open, contents }: StickReading,
  tickets: readonly TicketId[],
  again: boolean,
  kept: Pick<ReadonlySet<TicketId>, "has">,
): Outcome<readonly OpenRequest[]> {
  const chosen: OpenRequest[] = [];
  for (const ticket of new Set(tickets)) {
    const request = contents.requests.find(({ id }) => id === ticket);
    if (request === undefined) return err({ code: "unknown-ticket", ticket });
    const fetchable = open.get(ticket);
    if (fetchable === undefined) return err(request.problems[0] ?? { code: "unknown-ticket", ticket });
    const allowed = mayFetch(request, ticket, again || kept.has(ticket));
    if (!allowed.ok) return allowed;
    chosen.push(fetchable);
  }
  return ok(chosen);
}

function mayFetch({ state, next, refusal, problems }: StickRequest, ticket: TicketId, again: boolean): Outcome<void> {
  switch (state) {
    case "requested":
    case "incomplete":
      return ok(undefined);
    case "refused":
      return refusal?.alas === USED_UP && !again ? err({ code: "activations-used-up", ticket }) : ok(undefined);
    case "answered":
    case "delivered":
      return err({ code: "already-answered", ticket });
    case "damaged":
    case "newer":
      // Only the answer is damaged: the request behind it is as good as it was.
      if (next === "fetch-again-knowingly") return ok(undefined);
      return err(problems[0] ?? { code: "already-answered", ticket });
  }
}
