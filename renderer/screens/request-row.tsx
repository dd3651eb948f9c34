import { memo } from "react";
import { USED_UP, WITHOUT_ASSET_ID } from "../../core/answer/alas-errors.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { stateText } from "../../core/text/state-text.ts";
import { supportDetails } from "../../core/text/support-details.ts";
import { shown } from "../../core/text/untrusted.ts";
import type { Standing } from "../../core/trip/fetch-choice.ts";
import type { TripEvent } from "../../core/trip/trip.ts";
import { localTime } from "../local-time.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { CareNote, KeptNote } from "../parts/problem-note.tsx";
import { RetryNote } from "../parts/retry-note.tsx";
import { SystemName } from "../parts/system-name.tsx";
import { useSurroundings } from "../surroundings.tsx";
import { Remaining, RequestHistory } from "./request-history.tsx";

export interface RequestRowProps {
  readonly request: StickRequest;
  readonly standing: Standing;
  readonly chosen: boolean;
  /** Whether there is something to choose. */
  readonly choosing: boolean;
  /** Whether it is the only thing to be looked at: then there is room for all that can be said. */
  readonly alone?: boolean;
  send(event: TripEvent): void;
}

/** One request: for which system, when it was made, how it stands, and what is to be known before asking for it. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { request, chosen, standing, alone = false } = props;
  const { history } = request;
  return (
    <div className={`row${chosen ? " chosen" : ""}`}>
      <RequestChoice {...props} />
      <RequestWords request={request} standing={standing} alone={alone} />
      <RequestFacts request={request} />
      {history && standing !== "kept" ? <RequestHistory history={history} /> : null}
      {request.state === "refused" && standing !== "waiting" ? <CopyRefusal request={request} /> : null}
    </div>
  );
});

/** The same in a line, for long lists of what needs no thought. */
export const RequestLine = memo(function RequestLine(props: RequestRowProps) {
  const { request, chosen, standing } = props;
  const { history } = useSurroundings().screens.fetch;
  const said = standing === "kept" || (request.history && request.history.fetches.length > 0);
  return (
    <li className={`line${chosen ? " chosen" : ""}`}>
      <RequestChoice {...props} />
      <span className="when">{request.createdAt ? localTime(request.createdAt) : ""}</span>
      <span className="memo">{shown(request.note ?? "")}</span>
      {said && request.history ? (
        <span className="said">
          {standing === "kept" ? (
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

function RequestChoice({ request, chosen, choosing, send }: RequestRowProps) {
  const { fetch } = useSurroundings().screens;
  const { id } = request;
  if (!choosing || id === null) return <RequestName request={request} />;
  const choose = (wanted: boolean) => send({ is: "ticket-chosen", ticket: id, wanted });
  return (
    <label className="choice">
      <input type="checkbox" checked={chosen} onChange={({ target }) => choose(target.checked)} />
      <span className="unseen">{fetch.select} </span>
      <RequestName request={request} />
    </label>
  );
}

function RequestName({ request: { id, assetId, folder } }: { readonly request: StickRequest }) {
  return <SystemName assetId={assetId} file={id === null ? folder : null} />;
}

function RequestFacts({ request }: { readonly request: StickRequest }) {
  const { screens, texts } = useSurroundings();
  const { fetch } = screens;
  return (
    <dl className="facts">
      <div>
        <dt>{fetch.state}</dt>
        <dd>{stateText(texts.notices, request)}</dd>
      </div>
      {request.createdAt ? (
        <div>
          <dt>{fetch.made}</dt>
          <dd>{localTime(request.createdAt)}</dd>
        </div>
      ) : null}
      {request.note ? (
        <div>
          <dt>{fetch.note}</dt>
          <dd>{shown(request.note)}</dd>
        </div>
      ) : null}
      {request.history ? (
        <div>
          <dt>{fetch.history.remaining}</dt>
          <dd>
            <Remaining history={request.history} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

type WordsProps = Pick<RequestRowProps, "request" | "standing"> & { readonly alone: boolean };

function RequestWords({ request, standing, alone }: WordsProps) {
  const { language, screens } = useSurroundings();
  const { fetch } = screens;
  const { history, state, refusal, problems } = request;
  if (standing === "kept" && history?.storedAt) {
    return <KeptNote>{fetch.history.kept(localTime(history.storedAt))}</KeptNote>;
  }
  if (history?.retry && (standing === "waiting" || standing === "retry" || standing === "spent")) {
    return <RetryNote retry={history.retry} due={standing === "retry"} whole={alone} />;
  }
  if (state === "incomplete") return <CareNote>{fetch.mayHaveCounted}</CareNote>;
  if (state === "refused" && refusal) return <RefusedBefore alas={refusal.alas} name={refusal.name} />;
  if (state === "damaged" && standing === "again") return <CareNote>{fetch.damagedAnswer}</CareNote>;
  return problems.map((problem) => {
    const { message, remedy } = explainProblem(language, problem);
    return <CareNote key={message}>{`${message} ${remedy}`}</CareNote>;
  });
}

/** What support asks for, as far as the stick and the record tell it. */
function CopyRefusal({ request }: { readonly request: StickRequest }) {
  const { language, screens } = useSurroundings();
  const { id, assetId, refusal, fetchedAt, history } = request;
  if (id === null || refusal === null) return null;
  const error = { code: "alas-refused", ...refusal } as const;
  const result = { ticketId: id, outcome: "refused", error, verified: true } as const;
  const details = [{ result, assetId, endedAt: fetchedAt ?? "-", earlier: history?.fetches ?? [] }];
  return <CopyButton text={supportDetails(language, screens.fetch, details)}>{screens.fetch.copyDetails}</CopyButton>;
}

function RefusedBefore({ alas, name }: { readonly alas: string; readonly name: string }) {
  const { fetch } = useSurroundings().screens;
  if (alas === USED_UP) return <CareNote>{fetch.usedUp}</CareNote>;
  if (WITHOUT_ASSET_ID.includes(alas)) return <CareNote>{fetch.requestAgain}</CareNote>;
  return <CareNote>{fetch.refusedBefore(shown(`${alas} ${name}`.trim()))}</CareNote>;
}
