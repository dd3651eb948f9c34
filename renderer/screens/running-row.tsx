import { memo } from "react";
import type { FetchProgress } from "../../core/step-results.ts";
import { shown } from "../../core/text/untrusted.ts";
import { useAppContext } from "../app-context.tsx";
import { SystemName } from "../parts/system-name.tsx";

export type Phase = FetchProgress["phase"] | "waiting";

/** One request as the screen of a fetch at work shows it. */
export interface Running {
  readonly key: string;
  readonly assetId: string | null;
  readonly host: string | null;
  readonly phase: Phase;
  readonly outcome: FetchProgress["outcome"] | undefined;
}

/** How far each phase is, so that the bar only ever moves on. */
const REACHED: Readonly<Record<Phase, number>> = {
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

/** One that is at work, with its own bar. */
export const RunningRow = memo(function RunningRow({ assetId, host, phase }: RunningRowProps) {
  const { fetch, stick } = useAppContext().screens;
  const name = shown(assetId ?? stick.unknownAssetId);
  return (
    <li className="row running">
      <SystemName assetId={assetId} host={host} />
      <span className="state">{fetch.phases[phase]}</span>
      <progress max={REACHED.done} value={REACHED[phase]} aria-label={`${fetch.progress}: ${name}`} />
    </li>
  );
});
