import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { mayHaveCounted } from "../../core/trip/fetch-choice.ts";
import { askedAbout } from "../../core/trip/fetch-review.ts";
import { QuietButton } from "../parts/buttons.tsx";
import { QuestionDialog } from "../parts/question-dialog.tsx";
import { SystemName } from "../parts/system-name.tsx";
import { Unbroken } from "../parts/unbroken.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";
import { Fetches, Remaining } from "./request-history.tsx";

/** The one question before a fetch that may cost an activation more: which systems, and what is left to them. */
export function FetchAgainDialog({ trip, step, send }: ScreenProps<"fetch.review">) {
  const { ask } = useSurroundings().screens.fetch;
  const asked = askedAbout(trip);
  const others = step.asking?.for === "chosen" && step.tickets.length > asked.length;
  return (
    <QuestionDialog
      title={ask.title(asked.length)}
      goBack={ask.goBack}
      onGoBack={() => send({ is: "fetch-declined", leaveOut: false })}
      others={
        <>
          {others ? (
            <QuietButton onClick={() => send({ is: "fetch-declined", leaveOut: true })}>
              {ask.leaveOut(asked.length)}
            </QuietButton>
          ) : null}
          <QuietButton onClick={() => send({ is: "fetch-confirmed" })}>{ask.fetchAnyway}</QuietButton>
        </>
      }
    >
      <p>
        <Unbroken>{ask.why}</Unbroken>
      </p>
      <ul className="asked" tabIndex={asked.length > 4 ? 0 : undefined} aria-label={ask.title(asked.length)}>
        {asked.map((request) => (
          <AskedAbout key={request.folder} request={request} />
        ))}
      </ul>
    </QuestionDialog>
  );
}

/** More than the newest would bury the question. */
const SHOWN = 2;

function AskedAbout({ request }: { readonly request: StickRequest }) {
  const { screens } = useSurroundings();
  const { ask, history: texts } = screens.fetch;
  const { history } = request;
  const costly = history?.fetches.filter(({ counted }) => counted !== "no").toReversed() ?? [];
  return (
    <li>
      <SystemName assetId={request.assetId} />
      <div>
        {costly.length > 0 && request.keyFile === null ? (
          <Fetches fetches={costly.slice(0, SHOWN)} />
        ) : (
          <p>{ask.reasons[reasonOf(request)]}</p>
        )}
        {history ? (
          <p className="detail">
            {texts.remaining}: <Remaining history={history} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

function reasonOf(request: StickRequest): "may-have-counted" | "twice" | "has-key" {
  if (request.keyFile !== null) return "has-key";
  return mayHaveCounted(request) ? "may-have-counted" : "twice";
}
