import { isOffered, type Verdict, verdictsOf } from "../../core/fetch/fetch-rule.ts";
import { needsHelp } from "../../core/fetch/open-requests.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { contentsOf } from "../../core/trip/chosen-stick.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { SmallButton } from "../parts/buttons.tsx";
import { RequestLine, RequestRow, type RequestRowProps } from "./request-row.tsx";

/** More requests get a line instead of a row, so that the screen shows all that will be fetched. */
const MAX_ROWS = 8;

type ListedRequest = Omit<RequestRowProps, "onlyOne">;
type ListProps = Pick<ScreenProps<"fetch.review">, "trip" | "stage" | "send">;

/** The requests on the stick, those that can be fetched first. */
export function RequestList({ trip, stage, send }: ListProps) {
  const { fetch } = useAppContext().screens;
  const requests = contentsOf(trip)?.requests ?? [];
  const verdicts = [...verdictsOf(requests, trip.now)];
  const chosen = new Set<StickRequest["id"]>(stage.tickets);
  const open = verdicts.filter(([, verdict]) => isOpen(verdict));
  // A single request that is ready needs no choice. Requests that need a decision always get a checkbox.
  const selectable = open.length > 1 || open.some(([request, verdict]) => !isOffered(request, verdict));
  const shown = verdicts.map(([request, verdict]) => {
    return { request, verdict, chosen: chosen.has(request.id), selectable: selectable && isOpen(verdict), send };
  });
  if (shown.length === 0) return null;
  if (shown.length > MAX_ROWS) return <LongList shown={shown} chosen={stage.tickets.length} send={send} />;
  return (
    <fieldset className="rows">
      <legend>{fetch.requests}</legend>
      {sorted(shown).map((one) => (
        <RequestRow key={one.request.folder} {...one} onlyOne={shown.length === 1} />
      ))}
    </fieldset>
  );
}

const isOpen = ({ type }: Verdict): boolean => type !== "wait" && type !== "never";

const sorted = (shown: readonly ListedRequest[]): readonly ListedRequest[] => [
  ...shown.filter(({ verdict }) => isOpen(verdict)),
  ...shown.filter(({ verdict }) => verdict.type === "wait"),
  ...shown.filter(({ verdict }) => verdict.type === "never"),
];

interface LongListProps {
  readonly shown: readonly ListedRequest[];
  readonly chosen: number;
  send: ListProps["send"];
}

/** Ready requests as lines in a scrollable box, undecided ones as rows below it, and those that cannot be fetched folded. */
function LongList({ shown, chosen, send }: LongListProps) {
  const { fetch } = useAppContext().screens;
  const ready = shown.filter(({ request, verdict }) => isOffered(request, verdict));
  const rest = shown.filter(({ verdict }) => verdict.type === "never");
  const undecided = shown.filter((one) => !ready.includes(one) && !rest.includes(one));
  return (
    <>
      <ChoiceBar shown={shown} chosen={chosen} below={ready.length > 0 ? undecided.length : 0} send={send} />
      {ready.length > 0 ? (
        <fieldset className="rows">
          <legend>{fetch.ready}</legend>
          <ul className="lines">
            {ready.map((one) => (
              <RequestLine key={one.request.folder} {...one} />
            ))}
          </ul>
        </fieldset>
      ) : null}
      {undecided.length > 0 ? (
        <fieldset className="rows">
          <legend>{fetch.undecided}</legend>
          <Rows shown={undecided} />
        </fieldset>
      ) : null}
      {rest.length > 0 ? (
        <details className="more">
          <summary>{fetch.rest(rest.length)}</summary>
          <div className="rows">
            <Rows shown={rest} />
          </div>
        </details>
      ) : null}
    </>
  );
}

const Rows = ({ shown }: { readonly shown: readonly ListedRequest[] }) =>
  shown.map((one) => <RequestRow key={one.request.folder} {...one} />);

/** The number of chosen requests, and buttons that choose all or none. */
function ChoiceBar({ shown, chosen, below, send }: LongListProps & { readonly below: number }) {
  const { fetch } = useAppContext().screens;
  // A request that needs help first is chosen only by its own checkbox.
  const all = shown.flatMap((one) =>
    one.request.id && isOpen(one.verdict) && !needsHelp(one) ? [one.request.id] : [],
  );
  const others = shown.filter((one) => one.chosen && needsHelp(one)).length;
  return (
    <div className="toolbar">
      <p>
        <strong role="status">{fetch.chosenOf(chosen, all.length + others)}</strong>
        {below > 0 ? <span className="aside">{fetch.below(below)}</span> : null}
      </p>
      <SmallButton onClick={() => send({ type: "tickets-chosen", tickets: all })}>{fetch.chooseAll}</SmallButton>
      <SmallButton onClick={() => send({ type: "tickets-chosen", tickets: [] })}>{fetch.chooseNone}</SmallButton>
    </div>
  );
}
