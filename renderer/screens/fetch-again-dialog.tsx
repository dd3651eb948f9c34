import { type QuestionedRequest, questionedRequests } from "../../core/trip/fetch-review.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { SecondaryButton } from "../parts/buttons.tsx";
import { QuestionDialog } from "../parts/question-dialog.tsx";
import { SystemName } from "../parts/system-name.tsx";
import { Unbroken } from "../parts/unbroken.tsx";
import { Fetches, Remaining } from "./request-history.tsx";

/** Asks before a fetch that may use another activation. Lists the systems with their remaining activations. */
export function FetchAgainDialog({ trip, stage, send }: ScreenProps<"fetch.review">) {
  const { ask } = useAppContext().screens.fetch;
  const asked = questionedRequests(trip);
  const limitRaised = asked.every(({ reason }) => reason === "limit-reached");
  const hasOthers = stage.question?.type === "chosen" && stage.tickets.length > asked.length;
  return (
    <QuestionDialog
      title={ask.title(asked.length)}
      goBack={ask.goBack}
      onGoBack={() => send({ type: "fetch-declined", leaveOut: false })}
      otherAnswers={
        <>
          {hasOthers ? (
            <SecondaryButton onClick={() => send({ type: "fetch-declined", leaveOut: true })}>
              {ask.leaveOut(asked.length)}
            </SecondaryButton>
          ) : null}
          <SecondaryButton onClick={() => send({ type: "fetch-confirmed" })}>
            {limitRaised ? ask.limitRaised : ask.fetchAnyway}
          </SecondaryButton>
        </>
      }
    >
      <p>
        <Unbroken>{ask.why}</Unbroken>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard; zoom and language decide whether it does */}
      <ul className="asked" tabIndex={0} aria-label={ask.title(asked.length)}>
        {asked.map((question) => (
          <AskedAbout key={question.ticket} question={question} />
        ))}
      </ul>
    </QuestionDialog>
  );
}

/** Only the newest fetches: a longer list would push the question out of view. */
const MAX_FETCHES = 2;

function AskedAbout({ question }: { readonly question: QuestionedRequest }) {
  const { screens, texts } = useAppContext();
  const { history: words } = screens.fetch;
  const { assetId, host, reason, history } = question;
  const costly = history?.fetches.filter(({ counted }) => counted !== "no").toReversed() ?? [];
  return (
    <li>
      <SystemName assetId={assetId} host={host} />
      <div>
        <p>{texts.notices.fetchReasons[reason]}</p>
        {costly.length > 0 ? <Fetches fetches={costly.slice(0, MAX_FETCHES)} /> : null}
        {history ? (
          <p className="detail">
            {words.remaining}: <Remaining history={history} />
          </p>
        ) : null}
      </div>
    </li>
  );
}
