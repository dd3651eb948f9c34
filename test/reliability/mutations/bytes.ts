import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { limits } from "../../../core/stick/stick-layout.ts";
import type { Random } from "../random.ts";
import { type Mutation, someFile } from "../scene.ts";

type Edit = (bytes: Buffer, random: Random) => Uint8Array;

const edit = (name: string, change: Edit): Mutation => ({
  name,
  harm: (scene, random) => {
    const file = someFile(scene, random);
    writeFileSync(file, change(readFileSync(file), random));
  },
});

const EDGES = [limits.text, limits.text + 1, limits.key, limits.key + 1] as const;

/** Other bytes, fewer or more of them. */
export const byteMutations: readonly Mutation[] = [
  edit("a bit is flipped", (bytes, random) => {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  }),
  edit("random bytes in the middle", (bytes, random) => {
    random.bytes(1 + random.below(16)).copy(bytes, random.below(bytes.length));
    return bytes;
  }),
  edit("nothing but random bytes", (_, random) => random.bytes(random.below(600))),
  edit("cut off", (bytes, random) => bytes.subarray(0, random.below(bytes.length))),
  edit("empty", () => Buffer.alloc(0)),
  edit("its end is zeros", (bytes, random) => bytes.fill(0, random.below(bytes.length))),
  edit("a part of it twice", (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.below(at + 1))]);
  }),
  edit("something behind its end", (bytes, random) => Buffer.concat([bytes, random.bytes(1 + random.below(8))])),
  edit("blanks up to a bound", (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random.pick(EDGES), " ")])),
  {
    name: "grown with zeros to a bound",
    harm: (scene, random) => truncateSync(someFile(scene, random), random.pick(EDGES)),
  },
];
