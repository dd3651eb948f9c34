import type { TicketId } from "../../core/stick/records.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { explainProblem } from "../../core/text/explain-problem.ts";
import { localTime } from "../local-time.ts";
import { CareNote } from "../parts/problem-note.tsx";
import { useSurroundings } from "../surroundings.tsx";

interface RequestRowProps {
  readonly request: StickRequest;
  readonly chosen: boolean;
  /** null where there is nothing to choose. */
  readonly choose: ((id: TicketId, wanted: boolean) => void) | null;
}

/** One request: for which system, when it was made, how it stands, and what is to be known before asking for it. */
export function RequestRow({ request, chosen, choose }: RequestRowProps) {
  const { fetch } = useSurroundings().screens;
  const { id } = request;
  return (
    <div className={`row${chosen ? " chosen" : ""}`}>
      {choose && id ? (
        <label className="choice">
          <input type="checkbox" checked={chosen} onChange={({ target }) => choose(id, target.checked)} />
          <span className="unseen">{fetch.select} </span>
          <RequestName request={request} />
        </label>
      ) : (
        <RequestName request={request} />
      )}
      <RequestFacts request={request} />
      <RequestWords request={request} />
    </div>
  );
}

function RequestName({ request }: { readonly request: StickRequest }) {
  const { stick } = useSurroundings().screens;
  return <span className="name">{request.assetId ?? (request.id ? stick.unknownAssetId : request.folder)}</span>;
}

function RequestFacts({ request }: { readonly request: StickRequest }) {
  const { screens, texts } = useSurroundings();
  const { fetch } = screens;
  return (
    <dl className="facts">
      <div>
        <dt>{fetch.state}</dt>
        <dd>{texts.notices.states[request.state]}</dd>
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
          <dd>{request.note}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function RequestWords({ request }: { readonly request: StickRequest }) {
  const { language, screens } = useSurroundings();
  const { fetch } = screens;
  const { state, refusal, problems } = request;
  if (state === "incomplete") return <CareNote>{fetch.mayHaveCounted}</CareNote>;
  if (state === "refused" && refusal) {
    const code = `${refusal.alas} ${refusal.name}`.trim();
    return <CareNote>{refusal.alas === "3.5" ? fetch.usedUp : fetch.refusedBefore(code)}</CareNote>;
  }
  return problems.map((problem) => {
    const { message, remedy } = explainProblem(language, problem);
    return <CareNote key={message}>{`${message} ${remedy}`}</CareNote>;
  });
}
