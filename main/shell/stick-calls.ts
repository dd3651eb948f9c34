import type { DriveId } from "../../core/drives/drive.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { ScanProgress, StickContents, StickRequest } from "../../core/stick/stick-contents.ts";
import type { Services } from "../services.ts";
import { scanStick } from "../steps/scan.ts";
import { mendNextStep } from "../stick/next-step-file.ts";
import type { Stick } from "../stick/stick.ts";
import type { RunningSteps } from "./running-steps.ts";

/** The window's calls that read and write a stick. */
export interface StickCalls {
  /** Runs a call with a stick: `stick-gone` when it is missing, `busy` while it is being ejected. */
  withStick<T>(id: DriveId, call: (stick: Stick) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Reads a stick, and updates its NEXT-STEP.txt before it returns the contents. */
  scan(id: DriveId, onProgress: (progress: ScanProgress) => void): Promise<Outcome<StickContents>>;
}

/** A running call. `undisturbed`: no other call has used its stick since it began. */
interface Call {
  undisturbed: boolean;
}

export function createStickCalls(
  { drives, context }: Pick<Services, "drives" | "context">,
  runningSteps: RunningSteps,
): StickCalls {
  const running = new Map<DriveId, Set<Call>>();
  const updating = new Map<DriveId, Promise<unknown>>();

  const trackCall = async <T>(id: DriveId, run: (call: Call) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    while (updating.has(id)) await updating.get(id); // a call and the update would write the same file
    const others = running.get(id) ?? new Set();
    const call = { undisturbed: others.size === 0 };
    for (const other of others) other.undisturbed = false;
    running.set(id, others.add(call));
    try {
      return await run(call);
    } finally {
      others.delete(call);
    }
  };
  const withStick = async <T>(id: DriveId, run: (stick: Stick, call: Call) => Promise<Outcome<T>>) => {
    const stick = drives.resolve(id);
    if (!stick) return err({ code: "stick-gone" } as const);
    return runningSteps.runStep(() => drives.withSharedUse(id, () => trackCall(id, (call) => run(stick, call))));
  };
  /** `withSharedUse` refuses while an eject waits for the scan; the fetch lock refuses while another program fetches. */
  const updateNextStep = async (id: DriveId, stick: Stick, requests: readonly StickRequest[]): Promise<void> => {
    if (drives.find(id)?.drive.readOnly !== false) return;
    const write = async () => ok(await mendNextStep(stick, requests));
    const update = drives.withSharedUse(id, () => context.locks.hold(stick.root, write)).catch(() => undefined);
    updating.set(id, update);
    await update;
    updating.delete(id);
  };

  return {
    withStick: withStick,
    scan: (id, onProgress) =>
      withStick(id, async (stick, call) => {
        const scanned = await scanStick(stick, context, onProgress);
        if (scanned.ok && call.undisturbed) await updateNextStep(id, stick, scanned.value.requests); // else another call writes it
        return scanned;
      }),
  };
}
