import type { FetchHistory, PastFetch } from "../../core/journal/fetch-history.ts";
import { shown } from "../../core/text/untrusted.ts";
import { useAppContext } from "../app-context.tsx";
import { localTime } from "../local-time.ts";

/** Older fetches are folded: a longer list would push the decision out of view. */
const MAX_FETCHES = 3;

/** The earlier fetches of a system, newest first. */
export function RequestHistory({ history }: { readonly history: FetchHistory }) {
  const { history: texts } = useAppContext().screens.fetch;
  const newest = history.fetches.toReversed();
  if (newest.length === 0) return null;
  const older = newest.slice(MAX_FETCHES);
  return (
    <div className="history">
      <p className="caption">{texts.title}</p>
      <Fetches fetches={newest.slice(0, MAX_FETCHES)} />
      {older.length > 0 ? (
        <details>
          <summary>{texts.older(older.length)}</summary>
          <Fetches fetches={older} />
        </details>
      ) : null}
    </div>
  );
}

/** One line for each fetch: time, outcome, whether it used an activation, and the source of that knowledge. */
export function Fetches({ fetches }: { readonly fetches: readonly PastFetch[] }) {
  const { history } = useAppContext().screens.fetch;
  return (
    <ul className="fetches">
      {fetches.map((fetch) => (
        <li key={`${fetch.at} ${fetch.knownFrom} ${fetch.outcome}`}>
          <span className="when">{localTime(fetch.at)}</span>
          <span>{shown(history.outcome(fetch))}</span>
          <strong className={`counted ${fetch.counted}`}>{history.counted[fetch.counted]}</strong>
          <span className="from">{history.knownFrom[fetch.knownFrom]}</span>
        </li>
      ))}
    </ul>
  );
}

/** The activations left of those that a licence usually has, as far as this computer knows. */
export function Remaining({ history }: { readonly history: FetchHistory }) {
  const { history: texts } = useAppContext().screens.fetch;
  const perhaps = history.fetches.some(({ counted }) => counted === "perhaps");
  return <span className={history.remaining === 0 ? "none" : ""}>{texts.remains(history.remaining, perhaps)}</span>;
}
