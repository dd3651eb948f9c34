import { memo, type ReactNode } from "react";
import { useAppContext } from "../app-context.tsx";
import { TickMark, WarningMark } from "../parts/drawings.tsx";
import { SystemName } from "../parts/system-name.tsx";
import { type Running, RunningRow } from "./running-row.tsx";

interface RunningBatchProps {
  readonly running: readonly Running[];
  /** What can be done meanwhile: stands where it never moves. */
  readonly children: ReactNode;
}

/** Many at once: the sum, those at work, and a list of all that stands still while they go by. */
export function RunningBatch({ running, children }: RunningBatchProps) {
  const { fetch } = useAppContext().screens;
  const done = running.filter(({ phase }) => phase === "done");
  const keys = done.filter(({ outcome }) => outcome === "key").length;
  const failures = done.filter(({ outcome }) => outcome !== undefined && outcome !== "key").length;
  const atWork = running.filter(({ phase }) => phase !== "done" && phase !== "waiting");
  return (
    <>
      <div className="sum">
        <p>
          <strong>{fetch.running.done(done.length, running.length)}</strong>
          <span>{fetch.running.keys(keys)}</span>
          {failures > 0 ? <span className="bad">{fetch.running.failures(failures)}</span> : null}
        </p>
        <progress max={running.length} value={done.length} aria-label={fetch.progress} />
      </div>
      {children}
      <ul className="rows at-work" aria-label={fetch.running.atWork}>
        {atWork.map(({ key, assetId, host, phase }) => (
          <RunningRow key={key} assetId={assetId} host={host} phase={phase} />
        ))}
      </ul>
      <section className="all" aria-label={fetch.running.all}>
        <h2>{fetch.running.all}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
        <ul className="lines" tabIndex={0} aria-label={fetch.running.all}>
          {running.map((one) => (
            <RunningLine key={one.key} assetId={one.assetId} host={one.host} phase={one.phase} outcome={one.outcome} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** A line changes only with its own request: of a thousand events each draws one or two of them. */
const RunningLine = memo(function RunningLine({ assetId, host, phase, outcome }: Omit<Running, "key">) {
  const { fetch } = useAppContext().screens;
  const words = { key: fetch.fetched, refused: fetch.refused, failed: fetch.failed };
  return (
    <li className={`line ${outcome ?? phase}`}>
      <SystemName assetId={assetId} host={host} />
      <span className="state">{outcome ? words[outcome] : fetch.phases[phase]}</span>
      {outcome === undefined ? null : outcome === "key" ? <TickMark /> : <WarningMark />}
    </li>
  );
});
