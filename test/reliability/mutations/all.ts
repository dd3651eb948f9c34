import type { Random } from "../random.ts";
import type { Mutation, Scene } from "../scene.ts";
import { byteMutations } from "./bytes.ts";
import { crowdMutations, vastMutations } from "./crowds.ts";
import { kindMutations } from "./kinds.ts";
import { nameMutations } from "./names.ts";
import { recordMutations } from "./records.ts";
import { rightMutations } from "./rights.ts";
import { swapMutations } from "./swaps.ts";
import { textMutations } from "./texts.ts";

const GROUPS = [byteMutations, nameMutations, recordMutations, swapMutations, textMutations, crowdMutations] as const;

/** What the next harm would run against, or go through to what lies outside. */
const LAST = [kindMutations, kindMutations, kindMutations, rightMutations] as const;

const ONE_IN = 1_000; // a vast stick takes as long as hundreds of others

/**
 * Harms a stick in one to three ways, one after the other; tells which.
 */
export function harmed(scene: Scene, random: Random): readonly Mutation[] {
  const last = random.below(3) === 0 ? 1 : 0;
  const others = random.below(3) + 1 - last;
  const vast = random.below(ONE_IN) === 0 ? 1 : 0;
  return [
    ...some(vast, () => random.pick(vastMutations), scene, random),
    ...some(others, () => random.pick(random.pick(GROUPS)), scene, random),
    ...some(last, () => random.pick(random.pick(LAST)), scene, random),
  ];
}

function some(count: number, next: () => Mutation, scene: Scene, random: Random): readonly Mutation[] {
  const done: Mutation[] = [];
  while (done.length < count) done.push(...tried(next(), scene, random));
  return done;
}

/** Some harms exclude each other: what the first took away, the second cannot change. */
function tried(mutation: Mutation, scene: Scene, random: Random): readonly Mutation[] {
  try {
    mutation.harm(scene, random);
    return [mutation];
  } catch (error) {
    const ofSystem = error instanceof Error && "code" in error;
    if (ofSystem || error instanceof RangeError || error instanceof SyntaxError) return [];
    throw error; // a mistake of ours
  }
}
