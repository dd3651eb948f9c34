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

/** Those whom one cause met: one at least. */
export type FailedItem = readonly [Unfetched, ...Unfetched[]];

interface FailureRowProps {
  readonly trip: Trip;
  readonly met: FailedItem;
}

/** Why there is no key, what it may have cost, what to do, and what to hand over. */
export function FailureRow({ trip, met }: FailureRowProps) {
  const { fetch } = useAppContext().screens;
  const [first] = met;
  const copied = nextAction(trip) === "call-support"; // by the big button
  const { result, assetId } = first;
  const alone = trip.stage.type === "fetch.done" && trip.stage.results.length === 1;
  const retry = retryOf(trip, met);
  const after = retry && (retry.type === "spent" ? "spent" : trip.now < retry.at ? "waiting" : "due");
  // Alone, the headline has said that the wait is over.
  const noted = after === "waiting" || (after === "due" && !alone);
  return (
    <li className={`row result ${result.outcome}`}>
      <p className="verdict">
        <WarningMark />
        {met.length > 1 ? (
          <span className="several">{fetch.sameFailure(met.length)}</span>
        ) : (
          <SystemName assetId={assetId} />
        )}
        <span>{result.outcome === "refused" ? fetch.refused : fetch.failed}</span>
      </p>
      {retry && noted ? <RetryNote retry={retry} due={after === "due"} whole={alone} /> : null}
      {result.error.code === "alas-refused" ? (
        <Refusal refusal={result.error} after={after} calm={!alone} />
      ) : (
        <Failure result={result} calm={!alone} />
      )}
      <Counted result={result} />
      {met.length > 1 ? (
        <MetSystems met={met} />
      ) : (
        <Handover failure={first} label={copied ? null : fetch.copyDetails} />
      )}
    </li>
  );
}

type Result = Unfetched["result"];

/** Cancelled before its turn came, nothing was sent: nothing has to be looked for. */
export const neverFetched = ({ error, counted }: Result): boolean =>
  error.code === "fetch-cancelled" && counted !== "perhaps";

interface FailureProps {
  readonly result: Result;
  readonly calm: boolean;
}

function Failure({ result, calm }: FailureProps) {
  const { language, screens } = useAppContext();
  if (!neverFetched(result)) return <ProblemNote problem={result.error} calm={calm} />;
  return (
    <ProblemBox saying={explainProblem(language, result.error).message} calm={calm}>
      <p>{screens.fetch.counted["not-asked"]}</p>
    </ProblemBox>
  );
}

interface RefusalProps {
  readonly refusal: AlasRefusal;
  /** How the retry after 2.1 stands; null after any other code. */
  readonly after: "waiting" | "due" | "spent" | null;
  readonly calm: boolean;
}

function Refusal({ refusal, after, calm }: RefusalProps) {
  const { screens, texts } = useAppContext();
  const { fetch } = screens;
  const words = alasTextOf(texts.alas, refusal.alas);
  const remedy = after === "spent" ? fetch.retry.spent : after === "due" ? fetch.retry.now : words.remedy;
  return (
    <div className="refusal" role={calm ? undefined : "alert"}>
      <p className="code">
        <strong>{shown(refusal.alas)}</strong> <span>{shown(refusal.name)}</span>
      </p>
      <dl>
        {after === "waiting" ? null : ( // the wait has said both
          <>
            <dt>{fetch.whatItMeans}</dt>
            <dd>{words.meaning}</dd>
            <dt>{fetch.whatToDo}</dt>
            <dd>{remedy}</dd>
          </>
        )}
        {after === "spent" ? null : (
          <>
            <dt>{fetch.whomToCall}</dt>
            <dd>{words.call}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** Their own remedies say that the fetch may have counted. */
const SAYS_SO: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "net-reset",
  "net-time-out",
  "net-failed",
  "answer-cut-off",
  "answer-compressed",
  "net-not-http",
  "fetch-cancelled",
]);

/** What the fetch has cost, as far as it can be told. */
function Counted({ result }: { readonly result: Result }) {
  const { counted: texts } = useAppContext().screens.fetch;
  const { counted, error } = result;
  if (counted === undefined || SAYS_SO.has(error.code)) return null;
  return <p className={`counted ${counted}`}>{texts[counted]}</p>;
}

/** One wait for all whom it met: until the last of them may be asked for again. */
function retryOf(trip: Trip, met: FailedItem): Retry | null {
  const retries = met.flatMap(({ result }) => retryAfter(trip, result) ?? []);
  const ends = retries.flatMap((retry) => (retry.type === "after" ? [retry.at] : []));
  return ends.length > 0 ? { type: "after", at: Math.max(...ends) } : (retries[0] ?? null);
}

function MetSystems({ met }: { readonly met: FailedItem }) {
  const { fetch } = useAppContext().screens;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard
    <ul className="met" tabIndex={0} aria-label={fetch.sameFailure(met.length)}>
      {met.map((failure) => (
        <li key={failure.result.ticketId}>
          <SystemName assetId={failure.assetId} />
          <Handover failure={failure} label={fetch.copyOne} />
        </li>
      ))}
    </ul>
  );
}

interface HandoverProps {
  readonly failure: Unfetched;
  /** Null where another button copies the same. */
  readonly label: string | null;
}

/** Where the answer lies, and what support asks for, ready to be pasted. */
function Handover({ failure, label }: HandoverProps) {
  const { language, screens } = useAppContext();
  const { fetch } = screens;
  const { kept, keptIs, outcome, verified } = failure.result;
  const onStick = outcome === "refused" && verified; // as alas-answer.txt, which is easier to hand over
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
      {label === null || neverFetched(failure.result) ? null : (
        <CopyButton text={supportDetails(language, fetch, [failure])}>{label}</CopyButton>
      )}
    </>
  );
}
