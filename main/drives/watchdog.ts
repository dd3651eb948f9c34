/** One timer, for whatever is waited for at the time. */
export interface Watchdog {
  /** Bites after so many ms, unless stopped or started anew. */
  start(ms: number, bite: (ms: number) => void): void;
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
    start: (ms, bite) => {
      stop();
      timer = setTimeout(() => {
        timer = undefined;
        bite(ms);
      }, ms);
    },
    stop,
    runs: () => timer !== undefined,
  };
}
