import { FOLDER, type Mount, mount, type PlugOptions, plug, pull, unmount } from "./stick.ts";

export interface PullOptions extends PlugOptions {
  /** As soon as so many writes have reached the stick, those of mounting it included; at the latest when the work is done. */
  readonly afterWrites?: number | undefined;
  readonly mountedAs?: Mount;
}

export interface Pulled<T> {
  /** What the work gave; nothing when the pull made it fail. */
  readonly result?: T;
  readonly error?: string;
  /** How many writes had reached the stick. */
  readonly writes: number;
  /** How long the work took, and all of it with plugging in and unmounting. */
  readonly workMs: number;
  readonly cycleMs: number;
}

/** Plugs a stick in, mounts it, lets work begin in its folder, pulls the stick out meanwhile and cleans up. */
export async function pullDuring<T>(
  stick: string,
  { afterWrites, mountedAs = "fat32", ...options }: PullOptions,
  work: (folder: string) => Promise<T>,
): Promise<Pulled<T>> {
  const start = performance.now();
  await mount(await plug(stick, options), FOLDER, mountedAs);
  const begun = performance.now();
  const pulled = afterWrites === undefined ? null : pull(stick, { afterWrites });
  const outcome = await work(FOLDER).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: String(error) }),
  );
  const workMs = Math.round(performance.now() - begun);
  const [writes] = await Promise.all([pull(stick), pulled]);
  await unmount();
  return { ...outcome, writes, workMs, cycleMs: Math.round(performance.now() - start) };
}
