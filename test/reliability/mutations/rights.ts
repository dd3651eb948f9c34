import { chmodSync } from "node:fs";
import { type Mutation, someFile } from "../scene.ts";

const MODES = [0o000, 0o111, 0o222, 0o444, 0o555] as const;

/** Out of reach for anybody but root. */
export const rightMutations: readonly Mutation[] = [
  {
    name: "without the right to read it",
    harm: (scene, random) => chmodSync(random.pick([someFile(scene, random), scene.victim.path]), random.pick(MODES)),
  },
  {
    name: "KEYFERRY without the right to read it",
    hidesAll: true,
    harm: ({ keyferry }, random) => chmodSync(keyferry, random.pick(MODES)),
  },
];
