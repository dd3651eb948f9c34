import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GoodRequest } from "./good-requests.ts";
import type { Outside } from "./outside.ts";
import type { Random } from "./random.ts";

/** A good request on a stick. */
export interface Placed extends GoodRequest {
  readonly path: string;
}

/** A stick that is about to be harmed. */
export interface Scene {
  readonly root: string;
  readonly keyferry: string;
  /** What is to be harmed. */
  readonly victim: Placed;
  /** What may be harmed besides: a second request for whatever takes two. */
  readonly other: Placed;
  /** What nobody touches: a reading has to show these whatever becomes of the others. */
  readonly bystanders: readonly Placed[];
  readonly outside: Outside;
}

/** One way to harm a stick. */
export interface Mutation {
  /** Said of the stick: "the key lost its end". */
  readonly name: string;
  /** Throws the file system's error where a stick cannot be harmed so, for example after another harm. */
  harm(scene: Scene, random: Random): void;
  /** The whole of KEYFERRY/ is out of reach afterwards, the good requests with it. */
  readonly hidesAll?: true;
}

/** Puts two requests to be harmed and one to be left alone on a new stick. */
export function setScene(root: string, good: readonly GoodRequest[], outside: Outside, random: Random): Scene {
  const keyferry = join(root, "KEYFERRY");
  mkdirSync(keyferry, { recursive: true });
  writeFileSync(join(keyferry, "NEXT-STEP.txt"), "next step\r\n");
  const [victim, other, ...bystanders] = random
    .shuffled(good)
    .slice(0, 3)
    .map((request) => place(keyferry, request));
  if (victim === undefined || other === undefined) throw new Error("too few good requests");
  return { root, keyferry, victim, other, bystanders, outside };
}

function place(keyferry: string, request: GoodRequest): Placed {
  const path = join(keyferry, request.folder);
  mkdirSync(path);
  for (const [name, bytes] of request.files) writeFileSync(join(path, name), bytes);
  return { ...request, path };
}

/** One of the files that the victim still has, by its path. */
export const someFile = ({ victim }: Scene, random: Random): string =>
  join(victim.path, random.pick(readdirSync(victim.path)));
