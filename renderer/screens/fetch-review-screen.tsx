import { needsHelp } from "../../core/fetch/open-requests.ts";
import type { ByHandUrl } from "../../core/stick/stick-contents.ts";
import { shown } from "../../core/text/untrusted.ts";
import { chosenIn, openIn } from "../../core/trip/chosen-requests.ts";
import { contentsOf } from "../../core/trip/chosen-stick.ts";
import { stickHint } from "../../core/trip/stick-hint.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { PrimaryButton, SmallButton } from "../parts/buttons.tsx";
import { EjectToCarry } from "../parts/eject.tsx";
import { ProblemNote, WarningNote } from "../parts/problem-note.tsx";
import { StickProblem } from "../parts/stick-problem.tsx";
import { SystemName } from "../parts/system-name.tsx";
import { Unbroken } from "../parts/unbroken.tsx";
import { FetchAgainDialog } from "./fetch-again-dialog.tsx";
import { RequestList } from "./request-list.tsx";

const NOTHING_CHOSEN = "nothing-chosen";

/** Step 2 before the fetch: the requests to send, and what the fetch may cost. */
export function FetchReviewScreen({ trip, stage, send }: ScreenProps<"fetch.review">) {
  const { fetch, stick } = useAppContext().screens;
  const contents = contentsOf(trip);
  if (!contents) return null;
  const hint = stickHint(trip);
  const writable = trip.stick !== null && !trip.stick.drive.readOnly;
  const chosen = chosenIn(trip);
  const saved = chosen.filter(({ verdict }) => verdict.type === "saved").length;
  const toFetch = chosen.length - saved;
  const nothingChosen = chosen.length === 0;
  // A request that needs help first is fetched only if the technician chooses it.
  const offersFetch = writable && (!nothingChosen || openIn(trip).some((one) => !needsHelp(one)));
  return (
    <>
      {trip.problem ? <ProblemNote problem={trip.problem} /> : null}
      <StickProblem trip={trip} send={send} />
      <RequestList trip={trip} stage={stage} send={send} />
      <EjectToCarry trip={trip} send={send} />
      {hint ? (
        <p className="aside">
          <Unbroken>{stick.hint(hint)}</Unbroken>
        </p>
      ) : null}
      {toFetch > 0 && writable ? <WarningNote>{fetch.economy}</WarningNote> : null}
      {offersFetch ? (
        <div className="actions stay">
          <PrimaryButton
            disabledBy={nothingChosen ? NOTHING_CHOSEN : undefined}
            onClick={() => send({ type: "fetch-wanted" })}
          >
            {fetch.fetch(toFetch, saved)}
          </PrimaryButton>
          {nothingChosen ? (
            <p className="aside" id={NOTHING_CHOSEN}>
              {fetch.nothingChosen}
            </p>
          ) : null}
        </div>
      ) : null}
      {contents.byHand.urls.length > 0 && writable ? (
        <ByHandUrls urls={contents.byHand.urls} fetchOne={(file) => send({ type: "by-hand-fetch-wanted", file })} />
      ) : null}
      {stage.question ? <FetchAgainDialog trip={trip} stage={stage} send={send} /> : null}
    </>
  );
}

interface ByHandProps {
  readonly urls: readonly ByHandUrl[];
  fetchOne(file: string): void;
}

function ByHandUrls({ urls, fetchOne }: ByHandProps) {
  const { fetch } = useAppContext().screens;
  return (
    <section className="by-hand" aria-labelledby="by-hand-title">
      <h2 id="by-hand-title">{fetch.byHand}</h2>
      <p className="aside">{fetch.byHandHint}</p>
      <ul>
        {urls.map(({ file, assetId, host }) => (
          <li key={file}>
            <SystemName assetId={assetId} host={host} />
            <SmallButton onClick={() => fetchOne(file)}>{fetch.fetchByHand(shown(file))}</SmallButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
