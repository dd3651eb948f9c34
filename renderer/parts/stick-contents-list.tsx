import { stateText } from "../../core/text/state-text.ts";
import type { Reading } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { SystemName } from "./system-name.tsx";

/** More rows would push the rest of the panel out of view. The screen lists what its step works on. */
const MAX_ROWS = 6;

/** The first entries on the chosen stick. */
export function StickContentsList({ reading }: { readonly reading: Reading }) {
  const { screens, texts } = useAppContext();
  const { stick } = screens;
  if (reading.type === "failed") return null; // the screen shows the problem
  if (reading.type === "reading") {
    const { progress } = reading;
    return (
      <p className="contents">{progress ? stick.readingRequests(progress.done, progress.total) : stick.reading}</p>
    );
  }
  const { requests, byHand, foreign } = reading.contents;
  const rows = [
    ...requests.map(({ id, folder, assetId, host, state, problems }) => ({
      key: folder,
      assetId,
      host,
      file: id === null ? folder : null,
      state: stateText(texts.notices, { state, problems }),
    })),
    ...byHand.urls.map(({ file, assetId, host }) => ({ key: file, assetId, host, file, state: stick.byHandUrl })),
    ...byHand.keys.map(({ file }) => ({ key: file, assetId: null, host: null, file, state: stick.byHandKey })),
  ];
  if (rows.length === 0) return <p className="contents">{stick.nothingOnIt}</p>;
  return (
    <div className="contents">
      <h3>{stick.onIt}</h3>
      <ul>
        {rows.slice(0, MAX_ROWS).map(({ key, assetId, host, file, state }) => (
          <li key={key}>
            <SystemName assetId={assetId} file={file} host={host} /> <span className="state">{state}</span>
          </li>
        ))}
      </ul>
      {rows.length > MAX_ROWS ? <p>+{rows.length - MAX_ROWS}</p> : null}
      {foreign.length > 0 ? <p>{stick.foreign(foreign.length)}</p> : null}
    </div>
  );
}
