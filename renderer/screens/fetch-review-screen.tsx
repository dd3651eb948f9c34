import type { ByHandUrl } from "../../core/stick/stick-contents.ts";
import { stickHint } from "../../core/trip/stick-hint.ts";
import { askable, contentsOf } from "../../core/trip/sticks.ts";
import { BigButton, SmallButton } from "../parts/buttons.tsx";
import { CareNote, ProblemNote } from "../parts/problem-note.tsx";
import { StickProblem } from "../parts/stick-problem.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";
import { RequestRow } from "./request-row.tsx";

/** Hop 2, before the click: what will be asked for, and what each click may cost. */
export function FetchReviewScreen({ trip, step, send }: ScreenProps<"fetch.review">) {
  const { fetch, stick } = useSurroundings().screens;
  const contents = contentsOf(trip);
  if (!contents) return null;
  const open = askable(contents);
  // A lone fresh request leaves nothing to choose; whatever needs a decision gets its box.
  const choosing = open.length > 1 || open.some(({ state }) => state !== "requested");
  const rest = contents.requests.filter((request) => !open.includes(request));
  const hint = stickHint(trip);
  const choose = (id: (typeof step.tickets)[number], wanted: boolean) => {
    const others = step.tickets.filter((ticket) => ticket !== id);
    send({ is: "tickets-chosen", tickets: wanted ? [...others, id] : others });
  };
  const writable = trip.stick !== null && !trip.stick.drive.readOnly;
  return (
    <>
      {trip.problem ? <ProblemNote problem={trip.problem} /> : null}
      <StickProblem trip={trip} send={send} />
      {contents.requests.length > 0 ? (
        <fieldset className="rows">
          <legend>{fetch.requests}</legend>
          {[...open, ...rest].map((request) => (
            <RequestRow
              key={request.folder}
              request={request}
              chosen={request.id !== null && step.tickets.includes(request.id)}
              choose={choosing && open.includes(request) ? choose : null}
            />
          ))}
        </fieldset>
      ) : null}
      {hint ? <p className="aside">{stick.hint(hint)}</p> : null}
      {step.tickets.length > 0 && writable ? (
        <div className="actions stay">
          <BigButton onClick={() => send({ is: "fetch-wanted" })}>{fetch.fetch(step.tickets.length)}</BigButton>
        </div>
      ) : null}
      {writable ? <CareNote>{fetch.economy}</CareNote> : null}
      {contents.byHand.urls.length > 0 && writable ? (
        <ByHandUrls urls={contents.byHand.urls} fetchOne={(file) => send({ is: "by-hand-fetch-wanted", file })} />
      ) : null}
    </>
  );
}

interface ByHandProps {
  readonly urls: readonly ByHandUrl[];
  fetchOne(file: string): void;
}

function ByHandUrls({ urls, fetchOne }: ByHandProps) {
  const { fetch, stick } = useSurroundings().screens;
  return (
    <section className="by-hand" aria-labelledby="by-hand-title">
      <h2 id="by-hand-title">{fetch.byHand}</h2>
      <p className="aside">{fetch.byHandHint}</p>
      <ul>
        {urls.map(({ file, assetId }) => (
          <li key={file}>
            <span className="name">{assetId ?? stick.unknownAssetId}</span>
            <SmallButton onClick={() => fetchOne(file)}>{fetch.fetchByHand(file)}</SmallButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
