import { memo } from "react";
import type { Verdict } from "../../core/fetch/fetch-rule.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { stateText } from "../../core/text/state-text.ts";
import { supportDetails } from "../../core/text/support-details.ts";
import { shown } from "../../core/text/untrusted.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { localTime } from "../local-time.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Fact } from "../parts/fact.tsx";
import { SavedNote, WarningNote } from "../parts/problem-note.tsx";
import { RetryNote } from "../parts/retry-note.tsx";
import { SystemName } from "../parts/system-name.tsx";
import { Remaining, RequestHistory } from "./request-history.tsx";

export interface RequestRowProps {
  readonly request: StickRequest;
  readonly verdict: Verdict;
  readonly chosen: boolean;
  /** Whether the request gets a checkbox. */
  readonly selectable: boolean;
  /** Whether it is the only request: then there is space for more details. */
  readonly onlyOne?: boolean;
  send(event: TripEvent): void;
}

/** One request with its system, state, dates and earlier fetches. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { request, chosen, verdict, onlyOne = false } = props;
  const { history } = request;
  return (
    <div className={`row${chosen ? " chosen" : ""}`}>
      <RequestChoice {...props} />
      <RequestNotes request={request} verdict={verdict} onlyOne={onlyOne} />
      <RequestFacts request={request} />
      {history && verdict.type !== "saved" ? <RequestHistory history={history} /> : null}
      {request.state === "refused" && verdict.type !== "wait" ? <CopyRefusal request={request} /> : null}
    </div>
  );
});

/** A request in one line, for long lists of ready requests. */
export const RequestLine = memo(function RequestLine(props: RequestRowProps) {
  const { request, chosen, verdict } = props;
  const { history } = useAppContext().screens.fetch;
  const isSaved = verdict.type === "saved";
  const hasFetches = request.history && request.history.fetches.length > 0;
  return (
    <li className={`line${chosen ? " chosen" : ""}`}>
      <RequestChoice {...props} />
      <span className="when">{request.createdAt ? localTime(request.createdAt) : ""}</span>
      <span className="memo">{shown(request.note ?? "")}</span>
      {request.history && (isSaved || hasFetches) ? (
        <span className="said">
          {isSaved ? (
            history.kept(localTime(request.history.storedAt ?? ""))
          ) : (
            <>
              <span>{`${history.title}: ${request.history.fetches.length}`}</span>
              <span>
                {`${history.remaining}: `}
                <Remaining history={request.history} />
              </span>
            </>
          )}
        </span>
      ) : null}
    </li>
  );
});

function RequestChoice({ request, chosen, selectable, send }: RequestRowProps) {
  const { fetch } = useAppContext().screens;
  const { id } = request;
  if (!selectable || id === null) return <RequestName request={request} />;
  const choose = (wanted: boolean) => send({ type: "ticket-chosen", ticket: id, wanted });
  return (
    <label className="choice">
      <input type="checkbox" checked={chosen} onChange={({ target }) => choose(target.checked)} />
      <span className="unseen">{fetch.select} </span>
      <RequestName request={request} />
    </label>
  );
}

function RequestName({ request: { id, assetId, folder, host } }: { readonly request: StickRequest }) {
  return <SystemName assetId={assetId} file={id === null ? folder : null} host={host} />;
}

function RequestFacts({ request }: { readonly request: StickRequest }) {
  const { screens, texts } = useAppContext();
  const { fetch } = screens;
  return (
    <dl className="facts">
      <Fact name={fetch.state}>{stateText(texts.notices, request)}</Fact>
      {request.createdAt ? <Fact name={fetch.made}>{localTime(request.createdAt)}</Fact> : null}
      {request.note ? <Fact name={fetch.note}>{shown(request.note)}</Fact> : null}
      {request.history ? (
        <Fact name={fetch.history.remaining}>
          <Remaining history={request.history} />
        </Fact>
      ) : null}
    </dl>
  );
}

type NotesProps = Pick<RequestRowProps, "request" | "verdict"> & { readonly onlyOne: boolean };

function RequestNotes({ request, verdict, onlyOne }: NotesProps) {
  const { language, screens, texts } = useAppContext();
  const { fetch } = screens;
  const { history, refusal, problems } = request;
  switch (verdict.type) {
    case "saved":
      return <SavedNote>{fetch.history.kept(localTime(history?.storedAt ?? ""))}</SavedNote>;
    case "fresh":
      return null;
    case "wait":
      return <RetryNote retry={{ type: "after", at: verdict.until }} due={false} detailed={onlyOne} />;
    case "confirm":
      if (history?.retry && (verdict.reason === "retry-due" || verdict.reason === "refused-twice"))
        return <RetryNote retry={history.retry} due detailed={onlyOne} />;
      if (verdict.reason === "fetched-before" && refusal === null) return null; // the history below says it
      if (verdict.reason === "no-asset-id") return <WarningNote>{fetch.requestAgain}</WarningNote>;
      if (refusal && (verdict.reason === "refused" || verdict.reason === "fetched-before"))
        return <WarningNote>{fetch.refusedBefore(shown(`${refusal.alas} ${refusal.name}`.trim()))}</WarningNote>;
      return <WarningNote>{texts.notices.fetchReasons[verdict.reason]}</WarningNote>;
    case "never":
      return problems.map((problem) => {
        const { message, remedy } = explainProblem(language, problem);
        return <WarningNote key={message}>{`${message} ${remedy}`}</WarningNote>;
      });
  }
}

/** Copies the details that support asks for, as far as the stick and the journal hold them. */
function CopyRefusal({ request }: { readonly request: StickRequest }) {
  const { language, screens } = useAppContext();
  const { id, assetId, refusal, fetchedAt, history } = request;
  if (id === null || refusal === null) return null;
  const error = { code: "alas-refused", ...refusal } as const;
  const result = { ticketId: id, outcome: "refused", error, verified: true } as const;
  const details = [{ result, assetId, endedAt: fetchedAt ?? "-", earlier: history?.fetches ?? [] }];
  return <CopyButton text={supportDetails(language, screens.fetch, details)}>{screens.fetch.copyDetails}</CopyButton>;
}
