import type { AgentProcess, ForkAgent } from "./agent-process.ts";

const FIRST_BACK_OFF_MS = 250;
const LONGEST_BACK_OFF_MS = 30_000;

/** What the keeper tells of its process. */
export interface SupervisedProcessEvents {
  message(message: unknown): void;
  /** It ended by itself, or could not be started. */
  ended(how: string): void;
  /** It may be started again. */
  restartable(): void;
}

/** One process, started when it is needed; after each end without success in between it rests twice as long. */
export interface SupervisedProcess {
  /** Starts it, unless it runs, rests, or was closed. Whether it runs now. */
  start(): boolean;
  post(...message: Parameters<AgentProcess["post"]>): void;
  /** At once. It then rests as after any other end. */
  kill(): void;
  /** It did what it is for: the next rest is the shortest again. */
  resetBackOff(): void;
  /** How long the rest is that it is in (ms); 0 when it is in none. */
  backOffMs(): number;
  /** Kills it for good. Waits for nothing. */
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
    post: (question) => running?.post(question),
    kill: () => {
      if (running === null) return;
      running.kill();
      startBackOff(); // its end is not waited for: it may never be told
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
