import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../random.ts";
import type { Mutation, Scene } from "../scene.ts";

const somewhere = ({ root, keyferry, victim }: Scene, random: Random): string =>
  random.pick([root, keyferry, victim.path]);

function crowd(folder: string, count: number, name: (place: number) => string): void {
  for (let place = 0; place < count; place += 1) closeSync(openSync(join(folder, name(place)), "wx"));
}

function deepTree(folder: string, random: Random): void {
  let path = folder;
  for (let depth = 0; depth < 150; depth += 1) {
    path = join(path, random.pick(["d", "KEYFERRY", "ze-207-0000000000"]));
    mkdirSync(path);
  }
  writeFileSync(join(path, "ticket.json"), "{}");
}

/** Too many, and too deep. */
export const crowdMutations: readonly Mutation[] = [
  { name: "a deep tree", harm: (scene, random) => deepTree(somewhere(scene, random), random) },
  {
    name: "a crowd of files around the records",
    harm: ({ victim }, random) =>
      crowd(
        victim.path,
        60 + random.below(200),
        (place) => `${random.pick(["a", "u"])}${place}.${random.pick(["x", "key", "part"])}`,
      ),
  },
  {
    name: "dozens of empty requests",
    harm: ({ keyferry }, random) => {
      const count = random.pick([8, 16, 32]);
      for (let place = 0; place < count; place += 1) {
        const folder = join(keyferry, `ze-9-${String(place).padStart(10, "0")}`);
        mkdirSync(folder);
        if (place % 3 === 0) writeFileSync(join(folder, "ticket.json"), "{}");
      }
    },
  },
];

/** What takes a second to lay out: one stick in a thousand. */
export const vastMutations: readonly Mutation[] = [
  {
    name: "more files beside than are ever read",
    harm: ({ root }, random) => crowd(root, 10_050, (place) => `${place}${random.pick([".txt", ".key", ".jpg", ""])}`),
  },
  {
    name: "more requests than are ever read",
    hidesAll: true,
    harm: ({ keyferry }) => {
      for (let place = 0; place < 10_050; place += 1)
        mkdirSync(join(keyferry, `ze-9-${String(place).padStart(10, "0")}`));
    },
  },
  {
    name: "a thousand whole texts made by hand",
    harm: ({ keyferry }) => {
      for (let place = 0; place < 1_000; place += 1)
        writeFileSync(join(keyferry, `${place}.txt`), "https://x\n".repeat(300));
    },
  },
];
