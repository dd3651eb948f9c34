import * as v from "valibot";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { createWatchdog } from "../lib/watchdog.ts";
import { type AgentReply, AgentReplySchema } from "./agent/messages.ts";
import type { ForkAgent } from "./agent-process.ts";
import { createPendingRequests } from "./pending-requests.ts";
import { superviseProcess } from "./supervised-process.ts";

const READY_MS = 60_000; // a cold start on a slow computer: to kill it for that would only make it slower
const ANSWER_MS = 5_000;
const TRIES = 3; // so many processes may die over one question
const PATIENCE_MS = 1_000; // a question waits for so long a rest, not for a longer one
const FATAL_WATCHES = 2; // after so many crashes it is not usb-detection's turn any more: the polls see sticks, too

/** The system's devices and the signal "look again", from a process that may crash and hang. */
export interface DriveAgent {
  /** The devices, as drivelist tells them. `drives-hang` after 5 s without an answer, `drives-unavailable` when there is none. */
  list(): Promise<Outcome<readonly unknown[]>>;
  /** Calls back when a USB device came or went, where usb-detection works, until the returned function is called. */
  onSignal(listener: () => void): () => void;
  /** Ends the process, whatever it does, without waiting for it. */
  close(): void;
}

/** Starts nothing before something is wanted. A process that crashed, or was killed because it hung, is started again. */
export function createDriveAgent(fork: ForkAgent): DriveAgent {
  const questions = createPendingRequests(TRIES);
  const listeners = new Set<() => void>();
  const watchdog = createWatchdog();
  let ready = false;
  let watching = false;
  let closed = false;
  let fatalWatches = 0;
  let last: Outcome<never> = unavailable("not started");

  const over = (): void => {
    ready = watching = false;
    watchdog.stop();
  };
  const hung = (ms: number): void => {
    over();
    keeper.kill();
    last = err({ code: "drives-hang", ms });
    questions.settleAll(last);
  };
  const crashed = (how: string): void => {
    if (watching) fatalWatches += 1; // a listing that hangs is none of its doing
    over();
    last = unavailable(how);
    questions.died(last);
  };
  const ask = (id: number): void => {
    keeper.post({ type: "list", id });
    watchdog.start(ANSWER_MS, hung);
  };
  /** Only once nothing is asked: loading usb-detection takes its time, and may be the end of the process. */
  const watchIfIdle = (): void => {
    const wanted = listeners.size > 0 && fatalWatches < FATAL_WATCHES;
    if (!ready || watching || !wanted || questions.ids().length > 0) return;
    watching = true;
    keeper.post({ type: "watch" });
  };
  const answered = (id: number, outcome: Outcome<readonly unknown[]>): void => {
    keeper.resetBackOff(); // also when the system cannot say: the process did what it could
    questions.settle(id, outcome);
    if (questions.ids().length === 0) watchdog.stop();
    watchIfIdle();
  };
  const take = (answer: AgentReply): void => {
    switch (answer.type) {
      case "ready":
        ready = true;
        watchdog.stop();
        for (const id of questions.ids()) ask(id);
        watchIfIdle();
        return;
      case "look-again":
        fatalWatches = 0;
        for (const listener of listeners) listener();
        return;
      case "devices":
      case "failed":
        answered(answer.id, answer.type === "devices" ? ok(answer.devices) : unavailable(answer.detail));
    }
  };
  const startIfWanted = (): void => {
    if (questions.ids().length === 0 && listeners.size === 0) return;
    if (keeper.start() && !ready && !watchdog.runs()) watchdog.start(READY_MS, hung);
  };
  const keeper = superviseProcess(fork, {
    message: (message) => {
      const answer = v.safeParse(AgentReplySchema, message);
      if (answer.success) return take(answer.output);
      keeper.kill();
      crashed("lost its senses");
    },
    ended: crashed,
    restartable: startIfWanted,
  });

  return {
    list: () => {
      if (closed || keeper.backOffMs() > PATIENCE_MS) return Promise.resolve(last);
      const { id, answer } = questions.add();
      if (ready) ask(id);
      else startIfWanted();
      return answer;
    },
    onSignal: (listener) => {
      listeners.add(listener);
      if (ready) watchIfIdle();
      else startIfWanted();
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      over();
      keeper.close();
      last = unavailable("closed");
      questions.settleAll(last);
    },
  };
}

const unavailable = (detail: string) => err({ code: "drives-unavailable", detail } as const);
