import type { FetchHistory } from "../../core/journal/fetch-history.ts";
import { supportDetails, type Unfetched } from "../../core/text/support-details.ts";
import { contentsOf } from "../../core/trip/chosen-stick.ts";
import { fetchItemOf } from "../../core/trip/fetch-step.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { FailureRow, type SameFailures, wasNotSent } from "./failure-row.tsx";

type DoneProps = Pick<ScreenProps<"fetch.done">, "trip" | "stage">;

interface CopyDetailsProps {
  readonly failures: readonly Unfetched[];
  /** Whether copying is the screen's next action. */
  readonly big?: boolean;
}

/** The failed requests: each cause is explained once, with all systems that it concerns. */
export function FetchFailures({ trip, stage }: DoneProps) {
  const { fetch } = useAppContext().screens;
  const failures = unfetchedOf({ trip, stage });
  if (failures.length === 0) return null;
  const sent = failures.filter(({ result }) => !wasNotSent(result));
  const hasCopyButton = nextAction(trip) === "call-support"; // the screen's primary button copies all details
  return (
    <>
      <ul className="rows" aria-label={fetch.results}>
        {byCause(failures).map((same) => (
          <FailureRow key={same[0].result.ticketId} trip={trip} failures={same} />
        ))}
      </ul>
      {sent.length > 1 && !hasCopyButton ? <CopyDetails failures={sent} /> : null}
    </>
  );
}

/** Copies the details that the service representative asks for. */
export function CopyDetails({ failures, big = false }: CopyDetailsProps) {
  const { language, screens } = useAppContext();
  const { fetch } = screens;
  return (
    <CopyButton big={big} text={supportDetails(language, fetch, failures)}>
      {failures.length > 1 ? fetch.copyAll(failures.length) : fetch.copyDetails}
    </CopyButton>
  );
}

/** Returns the results without a key, each with the facts that support asks for. */
export function unfetchedOf({ trip, stage }: DoneProps): readonly Unfetched[] {
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

/** Groups failures with exactly the same result, in the order of the requests. */
function byCause(failures: readonly Unfetched[]): readonly SameFailures[] {
  const causes = new Map<string, [Unfetched, ...Unfetched[]]>();
  for (const failure of failures) {
    const { outcome, error, counted, keptIs } = failure.result;
    const cause = JSON.stringify([outcome, error, counted, keptIs]);
    const same = causes.get(cause);
    if (same) same.push(failure);
    else causes.set(cause, [failure]);
  }
  return [...causes.values()];
}
