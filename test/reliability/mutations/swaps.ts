import { copyFileSync, cpSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutation, Scene } from "../scene.ts";

const swap = (one: string, other: string): void => {
  renameSync(one, `${one}.swap`);
  renameSync(other, one);
  renameSync(`${one}.swap`, other);
};

const copyAll = (from: string, to: string): void => cpSync(from, to, { recursive: true });

/** Good files in the wrong place. */
export const swapMutations: readonly Mutation[] = [
  {
    name: "a file is exchanged with another ticket's",
    harm: ({ victim, other }, random) => {
      const name = random.pick(readdirSync(victim.path).filter((one) => other.files.has(one)));
      swap(join(victim.path, name), join(other.path, name));
    },
  },
  {
    name: "a file of another ticket",
    harm: ({ victim, other }, random) => {
      const name = random.pick(readdirSync(other.path));
      copyFileSync(join(other.path, name), join(victim.path, name));
    },
  },
  {
    name: "all of another ticket's answer",
    harm: ({ victim, other }) => {
      for (const name of readdirSync(other.path).filter((one) => !/^(ticket|activation)/.test(one))) {
        copyFileSync(join(other.path, name), join(victim.path, name));
      }
    },
  },
  { name: "two folders have exchanged their names", harm: ({ victim, other }) => swap(victim.path, other.path) },
  {
    name: "the folder twice",
    harm: ({ victim, keyferry }, random) =>
      copyAll(victim.path, join(keyferry, `${random.pick(["a", "zz"])}-${victim.id}`)),
  },
  {
    name: "the folder twice, one of them harmed",
    harm: ({ victim, keyferry }, random) => {
      const copy = join(keyferry, `${random.pick(["a", "zz"])}-${victim.id}`);
      copyAll(victim.path, copy);
      rmSync(join(copy, random.pick(readdirSync(copy))));
    },
  },
  {
    name: "the folder within itself",
    harm: ({ victim }) => {
      const inner = join(victim.path, victim.folder);
      cpSync(victim.path, `${victim.path}.copy`, { recursive: true });
      renameSync(`${victim.path}.copy`, inner);
    },
  },
  {
    name: "the folder in the root",
    harm: ({ victim, root }) => renameSync(victim.path, join(root, victim.folder)),
  },
  {
    name: "a file is gone",
    harm: ({ victim }, random) => rmSync(join(victim.path, random.pick(readdirSync(victim.path)))),
  },
  {
    name: "some files are gone",
    harm: ({ victim }, random) => {
      for (const name of readdirSync(victim.path)) if (random.below(2) === 0) rmSync(join(victim.path, name));
      rmSync(join(victim.path, random.pick([...victim.files.keys()])), { force: true });
    },
  },
  {
    name: "a file was never finished",
    harm: ({ victim }, random) => {
      const name = random.pick(readdirSync(victim.path));
      renameSync(join(victim.path, name), join(victim.path, `${name}.part`));
    },
  },
  {
    name: "a second key",
    harm: ({ victim }: Scene, random) =>
      writeFileSync(join(victim.path, random.pick(["av_9_A.key", "AV_12345_A.KEY", "a.key.part"])), random.bytes(40)),
  },
];
