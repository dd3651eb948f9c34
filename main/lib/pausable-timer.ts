/** A timer that can be paused, as while a person types. */
export interface PausableTimer {
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Calls `onEnd` once `ms` have run, not counting pauses. */
export function startPausableTimer(ms: number, onEnd: () => void): PausableTimer {
  let left = ms;
  let since = performance.now();
  let timer: NodeJS.Timeout | null = setTimeout(onEnd, ms);
  const halt = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    left -= performance.now() - since;
  };
  let stopped = false;
  return {
    pause: halt,
    resume() {
      if (timer !== null || stopped) return;
      since = performance.now();
      timer = setTimeout(onEnd, Math.max(left, 0));
    },
    stop() {
      stopped = true;
      halt();
    },
  };
}
