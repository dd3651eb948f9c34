import { memo, type ReactNode } from "react";
import type { FetchProgress } from "../../core/step-results.ts";
import { shown } from "../../core/text/untrusted.ts";
import { useAppContext } from "../app-context.tsx";
import { CheckMark, WarningMark } from "../parts/drawings.tsx";
import { SystemName } from "../parts/system-name.tsx";

type Phase = FetchProgress["phase"] | "waiting";

/** One request of the running fetch. */
export interface Running {
  readonly key: string;
  readonly assetId: string | null;
  readonly host: string | null;
  readonly phase: Phase;
  readonly outcome: FetchProgress["outcome"] | undefined;
}

/** The progress value of each phase. */
const PROGRESS: Readonly<Record<Phase, number>> = {
  waiting: 0,
  asking: 1,
  receiving: 2,
  writing: 3,
  "reading-back": 4,
  done: 5,
};

interface RunningRowProps {
  readonly assetId: string | null;
  readonly host: string | null;
  readonly phase: Phase;
}

/** A running request with a progress bar. */
export const RunningRow = memo(function RunningRow({ assetId, host, phase }: RunningRowProps) {
  const { fetch, stick } = useAppContext().screens;
  const name = shown(assetId ?? stick.unknownAssetId);
  return (
    <li className="row running">
      <SystemName assetId={assetId} host={host} />
      <span className="state">{fetch.phases[phase]}</span>
      <progress max={PROGRESS.done} value={PROGRESS[phase]} aria-label={`${fetch.progress}: ${name}`} />
    </li>
  );
});

interface RunningBatchProps {
  readonly running: readonly Running[];
  /** The actions. They stand above the lists, so that they never move. */
  readonly children: ReactNode;
}

/** The progress of many requests: a summary, the running ones, and a list of all in a fixed order. */
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

/** Memoised, so that each of a thousand progress events redraws only one or two lines. */
const RunningLine = memo(function RunningLine({ assetId, host, phase, outcome }: Omit<Running, "key">) {
  const { fetch } = useAppContext().screens;
  const words = { key: fetch.fetched, refused: fetch.refused, failed: fetch.failed };
  return (
    <li className={`line ${outcome ?? phase}`}>
      <SystemName assetId={assetId} host={host} />
      <span className="state">{outcome ? words[outcome] : fetch.phases[phase]}</span>
      {outcome === undefined ? null : outcome === "key" ? <CheckMark /> : <WarningMark />}
    </li>
  );
});
