import type { FetchHistory } from "../../core/journal/fetch-history.ts";
import { supportDetails, type Unfetched } from "../../core/text/support-details.ts";
import { contentsOf } from "../../core/trip/chosen-stick.ts";
import { fetchItemOf } from "../../core/trip/fetch-step.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { type FailedItem, FailureRow, neverFetched } from "./failure-row.tsx";

type DoneProps = Pick<ScreenProps<"fetch.done">, "trip" | "stage">;

interface CopyDetailsProps {
  readonly failures: readonly Unfetched[];
  /** Where copying is the one thing to do. */
  readonly big?: boolean;
}

/** What did not come: each cause explained once, with all whom it met. */
export function FetchFailures({ trip, stage }: DoneProps) {
  const { fetch } = useAppContext().screens;
  const failures = unfetchedIn({ trip, stage });
  if (failures.length === 0) return null;
  const asked = failures.filter(({ result }) => !neverFetched(result));
  const calling = nextAction(trip) === "call-support"; // then the big button copies them all
  return (
    <>
      <ul className="rows" aria-label={fetch.results}>
        {byCause(failures).map((met) => (
          <FailureRow key={met[0].result.ticketId} trip={trip} met={met} />
        ))}
      </ul>
      {asked.length > 1 && !calling ? <CopyDetails failures={asked} /> : null}
    </>
  );
}

/** What the representative will ask for. */
export function CopyDetails({ failures, big = false }: CopyDetailsProps) {
  const { language, screens } = useAppContext();
  const { fetch } = screens;
  return (
    <CopyButton big={big} text={supportDetails(language, fetch, failures)}>
      {failures.length > 1 ? fetch.copyAll(failures.length) : fetch.copyDetails}
    </CopyButton>
  );
}

/** What was asked for and brought no key, with what support asks about each. */
export function unfetchedIn({ trip, stage }: DoneProps): readonly Unfetched[] {
  const histories = new Map<string | null, FetchHistory | undefined>(
    contentsOf(trip)?.requests.map(({ id, history }) => [id, history]),
  );
  const endedAt = new Date(stage.endedAt).toISOString();
  return stage.results.flatMap((result) => {
    if (result.outcome === "key") return [];
    const assetId = fetchItemOf(stage.items, result.ticketId)?.assetId ?? null;
    return [{ result, assetId, endedAt, earlier: histories.get(result.ticketId)?.fetches ?? [] }];
  });
}

/** Those with the very same end together, in the order in which they were asked for. */
function byCause(failures: readonly Unfetched[]): readonly FailedItem[] {
  const causes = new Map<string, [Unfetched, ...Unfetched[]]>();
  for (const failure of failures) {
    const { outcome, error, counted, keptIs } = failure.result;
    const cause = JSON.stringify([outcome, error, counted, keptIs]);
    const met = causes.get(cause);
    if (met) met.push(failure);
    else causes.set(cause, [failure]);
  }
  return [...causes.values()];
}
