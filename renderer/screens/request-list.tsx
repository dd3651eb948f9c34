import { isOffered, type Verdict, verdictsOf } from "../../core/fetch/fetch-rule.ts";
import { needsHelp } from "../../core/fetch/open-requests.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { contentsOf } from "../../core/trip/chosen-stick.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { SmallButton } from "../parts/buttons.tsx";
import { RequestLine, RequestRow, type RequestRowProps } from "./request-row.tsx";

/** More than these get a line each instead of a row: a screen is to show what will be asked for. */
const MANY = 8;

type Shown = Omit<RequestRowProps, "alone">;
type ListProps = Pick<ScreenProps<"fetch.review">, "trip" | "stage" | "send">;

/** The requests on the stick, what can be fetched first. */
export function RequestList({ trip, stage, send }: ListProps) {
  const { fetch } = useAppContext().screens;
  const requests = contentsOf(trip)?.requests ?? [];
  const verdicts = [...verdictsOf(requests, trip.now)];
  const chosen = new Set<StickRequest["id"]>(stage.tickets);
  const open = verdicts.filter(([, verdict]) => isOpen(verdict));
  // A lone request that is offered leaves nothing to choose. All that need a decision get their box.
  const choosing = open.length > 1 || open.some(([request, verdict]) => !isOffered(request, verdict));
  const shown = verdicts.map(([request, verdict]) => {
    return { request, verdict, chosen: chosen.has(request.id), choosing: choosing && isOpen(verdict), send };
  });
  if (shown.length === 0) return null;
  if (shown.length > MANY) return <LongList shown={shown} chosen={stage.tickets.length} send={send} />;
  return (
    <fieldset className="rows">
      <legend>{fetch.requests}</legend>
      {sorted(shown).map((one) => (
        <RequestRow key={one.request.folder} {...one} alone={shown.length === 1} />
      ))}
    </fieldset>
  );
}

const isOpen = ({ type }: Verdict): boolean => type !== "wait" && type !== "never";

const sorted = (shown: readonly Shown[]): readonly Shown[] => [
  ...shown.filter(({ verdict }) => isOpen(verdict)),
  ...shown.filter(({ verdict }) => verdict.type === "wait"),
  ...shown.filter(({ verdict }) => verdict.type === "never"),
];

interface LongListProps {
  readonly shown: readonly Shown[];
  readonly chosen: number;
  send: ListProps["send"];
}

/** What needs no thought in lines, in a box that does not push the rest away; what needs some below it; what is past, folded. */
function LongList({ shown, chosen, send }: LongListProps) {
  const { fetch } = useAppContext().screens;
  const plain = shown.filter(({ request, verdict }) => isOffered(request, verdict));
  const rest = shown.filter(({ verdict }) => verdict.type === "never");
  const thought = shown.filter((one) => !plain.includes(one) && !rest.includes(one));
  return (
    <>
      <ChoiceBar shown={shown} chosen={chosen} below={plain.length > 0 ? thought.length : 0} send={send} />
      {plain.length > 0 ? (
        <fieldset className="rows">
          <legend>{fetch.ready}</legend>
          <ul className="lines">
            {plain.map((one) => (
              <RequestLine key={one.request.folder} {...one} />
            ))}
          </ul>
        </fieldset>
      ) : null}
      {thought.length > 0 ? (
        <fieldset className="rows">
          <legend>{fetch.undecided}</legend>
          <Rows shown={thought} />
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

const Rows = ({ shown }: { readonly shown: readonly Shown[] }) =>
  shown.map((one) => <RequestRow key={one.request.folder} {...one} />);

/** How many are chosen, and all or none of them by one click. */
function ChoiceBar({ shown, chosen, below, send }: LongListProps & { readonly below: number }) {
  const { fetch } = useAppContext().screens;
  // Where help comes first, a request is chosen only by its own box.
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
