import type { Outcome } from "../../core/problem.ts";

type Devices = Outcome<readonly unknown[]>;

/** Requests without a reply, by id. */
export interface PendingRequests {
  add(): { readonly id: number; readonly answer: Promise<Devices> };
  ids(): readonly number[];
  settle(id: number, outcome: Devices): void;
  settleAll(outcome: Devices): void;
  /** Counts a crash for every request. A request that reaches the limit is settled with this outcome. */
  countCrash(outcome: Devices): void;
}

export function createPendingRequests(mostCrashes: number): PendingRequests {
  const open = new Map<number, { readonly settle: (outcome: Devices) => void; crashes: number }>();
  let lastId = 0;
  const settle = (id: number, outcome: Devices): void => {
    open.get(id)?.settle(outcome);
    open.delete(id);
  };
  return {
    add: () => {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<Devices>((resolve) => open.set(id, { settle: resolve, crashes: 0 }));
      return { id, answer };
    },
    ids: () => [...open.keys()],
    settle,
    settleAll: (outcome) => {
      for (const id of [...open.keys()]) settle(id, outcome);
    },
    countCrash: (outcome) => {
      for (const [id, request] of open) {
        request.crashes += 1;
        if (request.crashes >= mostCrashes) settle(id, outcome);
      }
    },
  };
}
