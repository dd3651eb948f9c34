import * as v from "valibot";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { createWatchdog } from "../lib/watchdog.ts";
import { type AgentReply, AgentReplySchema } from "./agent/messages.ts";
import type { ForkAgent } from "./agent-process.ts";
import { createPendingRequests } from "./pending-requests.ts";
import { superviseProcess } from "./supervised-process.ts";

const READY_MS = 60_000; // allows for a cold start on a slow computer; a restart would only take longer
const ANSWER_MS = 5_000;
const MOST_CRASHES = 3; // crashes per request before the request fails
const LONGEST_WAIT_MS = 1_000; // a request waits for a back-off up to this long; during a longer one it fails at once
const MOST_WATCH_CRASHES = 2; // after this many crashes the agent runs without usb-detection; polling finds sticks, too

/** The system's devices and the signal that they changed, from a process that may crash or hang. */
export interface DriveAgent {
  /** Returns the devices as drivelist reports them. `drives-hang` after 5 s without a reply, else `drives-unavailable`. */
  list(): Promise<Outcome<readonly unknown[]>>;
  /** Calls back when a USB device was added or removed, if usb-detection works, until the returned function is called. */
  onSignal(listener: () => void): () => void;
  /** Kills the process, even if it hangs, without waiting for its end. */
  close(): void;
}

/** Starts the process on first use, and restarts it after a crash or a hang. */
export function createDriveAgent(fork: ForkAgent): DriveAgent {
  const pending = createPendingRequests(MOST_CRASHES);
  const listeners = new Set<() => void>();
  const watchdog = createWatchdog();
  let ready = false;
  let watching = false;
  let closed = false;
  let watchCrashes = 0;
  let lastFailure: Outcome<never> = unavailable("not started");

  const markStopped = (): void => {
    ready = watching = false;
    watchdog.stop();
  };
  const killHung = (ms: number): void => {
    markStopped();
    agentProcess.kill();
    lastFailure = err({ code: "drives-hang", ms });
    pending.settleAll(lastFailure);
  };
  const handleCrash = (how: string): void => {
    if (watching) watchCrashes += 1; // a crash only: usb-detection does not cause hangs of a listing
    markStopped();
    lastFailure = unavailable(how);
    pending.countCrash(lastFailure);
  };
  const ask = (id: number): void => {
    agentProcess.post({ type: "list", id });
    watchdog.start(ANSWER_MS, killHung);
  };
  /** Waits until no request is pending: loading usb-detection is slow and may crash the process. */
  const watchIfIdle = (): void => {
    const wanted = listeners.size > 0 && watchCrashes < MOST_WATCH_CRASHES;
    if (!ready || watching || !wanted || pending.ids().length > 0) return;
    watching = true;
    agentProcess.post({ type: "watch" });
  };
  const settle = (id: number, outcome: Outcome<readonly unknown[]>): void => {
    agentProcess.resetBackOff(); // also after a failed listing: the process itself works
    pending.settle(id, outcome);
    if (pending.ids().length === 0) watchdog.stop();
    watchIfIdle();
  };
  const handleReply = (answer: AgentReply): void => {
    switch (answer.type) {
      case "ready":
        ready = true;
        watchdog.stop();
        for (const id of pending.ids()) ask(id);
        watchIfIdle();
        return;
      case "look-again":
        watchCrashes = 0;
        for (const listener of listeners) listener();
        return;
      case "devices":
      case "failed":
        settle(answer.id, answer.type === "devices" ? ok(answer.devices) : unavailable(answer.detail));
    }
  };
  const startIfWanted = (): void => {
    if (pending.ids().length === 0 && listeners.size === 0) return;
    if (agentProcess.start() && !ready && !watchdog.runs()) watchdog.start(READY_MS, killHung);
  };
  const agentProcess = superviseProcess(fork, {
    message: (message) => {
      const answer = v.safeParse(AgentReplySchema, message);
      if (answer.success) return handleReply(answer.output);
      agentProcess.kill();
      handleCrash("sent an invalid message");
    },
    ended: handleCrash,
    restartable: startIfWanted,
  });

  return {
    list: () => {
      if (closed || agentProcess.backOffMs() > LONGEST_WAIT_MS) return Promise.resolve(lastFailure);
      const { id, answer } = pending.add();
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
      markStopped();
      agentProcess.close();
      lastFailure = unavailable("closed");
      pending.settleAll(lastFailure);
    },
  };
}

const unavailable = (detail: string) => err({ code: "drives-unavailable", detail } as const);
