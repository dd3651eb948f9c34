/** A timer that is restarted for each wait. */
export interface Watchdog {
  /** Calls `onTimeout` after `ms`, unless it is stopped or restarted before. */
  start(ms: number, onTimeout: (ms: number) => void): void;
  stop(): void;
  runs(): boolean;
}

export function createWatchdog(): Watchdog {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    start: (ms, onTimeout) => {
      stop();
      timer = setTimeout(() => {
        timer = undefined;
        onTimeout(ms);
      }, ms);
    },
    stop,
    runs: () => timer !== undefined,
  };
}
