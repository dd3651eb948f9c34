import type { Retry } from "../../core/journal/fetch-history.ts";
import type { AlasRefusal, ProblemCode } from "../../core/problem.ts";
import { alasTextOf } from "../../core/text/alas-texts.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { supportDetails, type Unfetched } from "../../core/text/support-details.ts";
import { shown } from "../../core/text/untrusted.ts";
import { nextAction } from "../../core/trip/next-action.ts";
import { retryAfter } from "../../core/trip/retries.ts";
import type { Trip } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { WarningMark } from "../parts/drawings.tsx";
import { PathText } from "../parts/path-text.tsx";
import { ProblemBox, ProblemNote } from "../parts/problem-note.tsx";
import { RetryNote } from "../parts/retry-note.tsx";
import { SystemName } from "../parts/system-name.tsx";

/** Failures with the same cause, at least one. */
export type SameFailures = readonly [Unfetched, ...Unfetched[]];

interface FailureRowProps {
  readonly trip: Trip;
  readonly failures: SameFailures;
}

/** Why there is no key, whether it used an activation, what to do, and the details for support. */
export function FailureRow({ trip, failures }: FailureRowProps) {
  const { fetch } = useAppContext().screens;
  const [first] = failures;
  const hasCopyButton = nextAction(trip) === "call-support"; // the screen's primary button copies the details
  const { result, assetId } = first;
  const onlyOne = trip.stage.type === "fetch.done" && trip.stage.results.length === 1;
  const retry = retryOf(trip, failures);
  const retryState = retry && (retry.type === "spent" ? "spent" : trip.now < retry.at ? "waiting" : "due");
  // With a single result, the headline already says that the wait is over.
  const showRetry = retryState === "waiting" || (retryState === "due" && !onlyOne);
  return (
    <li className={`row result ${result.outcome}`}>
      <p className="verdict">
        <WarningMark />
        {failures.length > 1 ? (
          <span className="several">{fetch.sameFailure(failures.length)}</span>
        ) : (
          <SystemName assetId={assetId} />
        )}
        <span>{result.outcome === "refused" ? fetch.refused : fetch.failed}</span>
      </p>
      {retry && showRetry ? <RetryNote retry={retry} due={retryState === "due"} detailed={onlyOne} /> : null}
      {result.error.code === "alas-refused" ? (
        <Refusal refusal={result.error} retryState={retryState} silent={!onlyOne} />
      ) : (
        <Failure result={result} silent={!onlyOne} />
      )}
      <CountedNote result={result} />
      {failures.length > 1 ? (
        <FailedSystems failures={failures} />
      ) : (
        <HandoverDetails failure={first} label={hasCopyButton ? null : fetch.copyDetails} />
      )}
    </li>
  );
}

type Result = Unfetched["result"];

/** Whether the request was cancelled before it was sent. */
export const wasNotSent = ({ error, counted }: Result): boolean =>
  error.code === "fetch-cancelled" && counted !== "perhaps";

interface FailureProps {
  readonly result: Result;
  readonly silent: boolean;
}

function Failure({ result, silent }: FailureProps) {
  const { language, screens } = useAppContext();
  if (!wasNotSent(result)) return <ProblemNote problem={result.error} silent={silent} />;
  return (
    <ProblemBox message={explainProblem(language, result.error).message} silent={silent}>
      <p>{screens.fetch.counted["not-asked"]}</p>
    </ProblemBox>
  );
}

interface RefusalProps {
  readonly refusal: AlasRefusal;
  /** The state of the retry after error 2.1; null after any other error. */
  readonly retryState: "waiting" | "due" | "spent" | null;
  readonly silent: boolean;
}

function Refusal({ refusal, retryState, silent }: RefusalProps) {
  const { screens, texts } = useAppContext();
  const { fetch } = screens;
  const words = alasTextOf(texts.alas, refusal.alas);
  const remedy = retryState === "spent" ? fetch.retry.spent : retryState === "due" ? fetch.retry.now : words.remedy;
  return (
    <div className="refusal" role={silent ? undefined : "alert"}>
      <p className="code">
        <strong>{shown(refusal.alas)}</strong> <span>{shown(refusal.name)}</span>
      </p>
      <dl>
        {retryState === "waiting" ? null : ( // the retry note says both
          <>
            <dt>{fetch.whatItMeans}</dt>
            <dd>{words.meaning}</dd>
            <dt>{fetch.whatToDo}</dt>
            <dd>{remedy}</dd>
          </>
        )}
        {retryState === "spent" ? null : (
          <>
            <dt>{fetch.whomToCall}</dt>
            <dd>{words.call}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** The remedies of these problems already say that the fetch may have used an activation. */
const REMEDY_NAMES_COST: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "net-reset",
  "net-time-out",
  "net-failed",
  "answer-cut-off",
  "answer-compressed",
  "net-not-http",
  "fetch-cancelled",
]);

/** Whether the fetch used an activation, if that is known. */
function CountedNote({ result }: { readonly result: Result }) {
  const { counted: texts } = useAppContext().screens.fetch;
  const { counted, error } = result;
  if (counted === undefined || REMEDY_NAMES_COST.has(error.code)) return null;
  return <p className={`counted ${counted}`}>{texts[counted]}</p>;
}

/** Returns one wait for all failures, which ends when the last of them may be retried. */
function retryOf(trip: Trip, failures: SameFailures): Retry | null {
  const retries = failures.flatMap(({ result }) => retryAfter(trip, result) ?? []);
  const ends = retries.flatMap((retry) => (retry.type === "after" ? [retry.at] : []));
  return ends.length > 0 ? { type: "after", at: Math.max(...ends) } : (retries[0] ?? null);
}

function FailedSystems({ failures }: { readonly failures: SameFailures }) {
  const { fetch } = useAppContext().screens;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard
    <ul className="met" tabIndex={0} aria-label={fetch.sameFailure(failures.length)}>
      {failures.map((failure) => (
        <li key={failure.result.ticketId}>
          <SystemName assetId={failure.assetId} />
          <HandoverDetails failure={failure} label={fetch.copyOne} />
        </li>
      ))}
    </ul>
  );
}

interface HandoverDetailsProps {
  readonly failure: Unfetched;
  /** Null if another button copies the same. */
  readonly label: string | null;
}

/** The path of the stored answer, and a button that copies the details for support. */
function HandoverDetails({ failure, label }: HandoverDetailsProps) {
  const { language, screens } = useAppContext();
  const { fetch } = screens;
  const { kept, keptIs, outcome, verified } = failure.result;
  const onStick = outcome === "refused" && verified; // in alas-answer.txt, which is easier to hand over
  return (
    <>
      {kept && !onStick ? (
        <p className="raw">
          {keptIs === "key" ? fetch.keyKept : fetch.answerKept}{" "}
          <code className="path">
            <PathText path={kept} />
          </code>
        </p>
      ) : null}
      {label === null || wasNotSent(failure.result) ? null : (
        <CopyButton text={supportDetails(language, fetch, [failure])}>{label}</CopyButton>
      )}
    </>
  );
}
