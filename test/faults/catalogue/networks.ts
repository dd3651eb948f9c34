import type { Fault, Scene } from "../fault.ts";
import { newWorld } from "../world.ts";

const places: readonly (readonly [Fault, string])[] = [
  [
    { name: "name not found", shows: { failed: "net-name-not-found", exit: 4 } },
    "--host-resolver-rules=MAP alas.stratus.com ~NOTFOUND",
  ],
  [
    { name: "refused", shows: { failed: "net-refused", exit: 4 } },
    "--host-resolver-rules=MAP alas.stratus.com:443 127.0.0.1:1",
  ],
  [
    // No connection can be made to the address with which a network calls all of its members: the system says "unreachable".
    { name: "unreachable", shows: { failed: "net-unreachable", exit: 4 } },
    "--host-resolver-rules=MAP alas.stratus.com:443 127.255.255.255:443",
  ],
];

/** Networks that do not lead to ALAS. There is no server that could see anything. */
export const networks: readonly Scene[] = places.map(([fault, option]) => ({
  title: fault.name,
  faults: [{ ...fault, requests: 0 }],
  open: async () => {
    const world = await newWorld();
    return { place: world.place(option), asked: () => [], close: world.close };
  },
}));
