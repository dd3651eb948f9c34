import type { AgentProcess, ForkAgent } from "./agent-process.ts";

const FIRST_BACK_OFF_MS = 250;
const LONGEST_BACK_OFF_MS = 30_000;

/** What happens to the supervised process. */
export interface SupervisedProcessEvents {
  message(message: unknown): void;
  /** It ended without `kill`, or could not be started. */
  ended(how: string): void;
  /** The back-off is over: it may be started again. */
  restartable(): void;
}

/** One process that is started on demand. The back-off doubles after each end, until `resetBackOff`. */
export interface SupervisedProcess {
  /** Starts it, except while it runs, during a back-off, or after `close`. Returns whether it runs now. */
  start(): boolean;
  post(...message: Parameters<AgentProcess["post"]>): void;
  /** Kills it at once. The back-off follows, as after any other end. */
  kill(): void;
  /** Resets the back-off after a success. */
  resetBackOff(): void;
  /** Returns the length of the current back-off (ms); 0 outside of one. */
  backOffMs(): number;
  /** Kills it and never starts it again. Does not wait for its end. */
  close(): void;
}

export function superviseProcess(fork: ForkAgent, events: SupervisedProcessEvents): SupervisedProcess {
  let running: AgentProcess | null = null;
  let nextBackOffMs = FIRST_BACK_OFF_MS;
  let backOffMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const startBackOff = (): void => {
    running = null;
    backOffMs = nextBackOffMs;
    nextBackOffMs = Math.min(2 * nextBackOffMs, LONGEST_BACK_OFF_MS);
    timer = setTimeout(() => {
      backOffMs = 0;
      events.restartable();
    }, backOffMs);
  };
  const ended = (how: string): void => {
    startBackOff();
    events.ended(how);
  };
  const start = (): boolean => {
    if (running !== null || backOffMs > 0 || closed) return running !== null;
    try {
      const process = fork();
      running = process;
      process.onMessage((message) => running === process && events.message(message));
      process.onEnd((how) => running === process && ended(how));
    } catch (error) {
      ended(error instanceof Error ? error.message : String(error));
    }
    return running !== null;
  };

  return {
    start,
    post: (request) => running?.post(request),
    kill: () => {
      if (running === null) return;
      running.kill();
      startBackOff(); // the end event may never come
    },
    resetBackOff: () => {
      nextBackOffMs = FIRST_BACK_OFF_MS;
    },
    backOffMs: () => backOffMs,
    close: () => {
      closed = true;
      clearTimeout(timer);
      running?.kill();
      running = null;
    },
  };
}
