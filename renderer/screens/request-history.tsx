import type { FetchHistory, PastFetch } from "../../core/journal/fetch-history.ts";
import { shown } from "../../core/text/untrusted.ts";
import { useAppContext } from "../app-context.tsx";
import { localTime } from "../local-time.ts";

/** More than the newest would bury what is to be decided. */
const SHOWN = 3;

/** The earlier fetches of a system, newest first: when, with what end, whether it counted, and from where that is known. */
export function RequestHistory({ history }: { readonly history: FetchHistory }) {
  const { history: texts } = useAppContext().screens.fetch;
  const newest = history.fetches.toReversed();
  if (newest.length === 0) return null;
  const older = newest.slice(SHOWN);
  return (
    <div className="history">
      <p className="caption">{texts.title}</p>
      <Fetches fetches={newest.slice(0, SHOWN)} />
      {older.length > 0 ? (
        <details>
          <summary>{texts.older(older.length)}</summary>
          <Fetches fetches={older} />
        </details>
      ) : null}
    </div>
  );
}

/** Fetches in a line each. */
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

interface RemainingProps {
  readonly history: FetchHistory;
}

/** How many of the activations that a licence has as a rule are left, as far as it is known here. */
export function Remaining({ history }: RemainingProps) {
  const { history: texts } = useAppContext().screens.fetch;
  const perhaps = history.fetches.some(({ counted }) => counted === "perhaps");
  return <span className={history.remaining === 0 ? "none" : ""}>{texts.remains(history.remaining, perhaps)}</span>;
}
