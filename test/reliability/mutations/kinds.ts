import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { basename, join, relative } from "node:path";
import type { Random } from "../random.ts";
import { type Mutation, type Scene, someFile } from "../scene.ts";

/** Names in a request's folder that mean something to a reader or a writer, there already or not. */
const MEANT = ["ticket", "answer", "delivery"].flatMap((name) => [`${name}.json`, `${name}.json.part`]);
const NAMES = [...MEANT, "activation-url.txt", "av_1_A.key", "av_12345_A.key", "alas-answer.txt"];

type Make = (path: string, scene: Scene, random: Random) => void;

/** Puts something in a file's place: in one that is there, one that a step will write, or one beside the requests. */
const inPlace = (name: string, make: Make): Mutation => ({
  name,
  harm: (scene, random) => {
    const path = random.pick([
      someFile(scene, random),
      join(scene.victim.path, random.pick(NAMES)),
      join(scene.keyferry, random.pick(["NEXT-STEP.txt", "NEXT-STEP.txt.part", "a.key", "url.txt"])),
      join(scene.root, random.pick(["a.key", "url.txt", "noextension"])),
    ]);
    rmSync(path, { recursive: true, force: true });
    make(path, scene, random);
  },
});

const someTarget = ({ outside }: Scene, random: Random) => random.pick(outside.files);

function fillFolder(path: string, { outside }: Scene, random: Random): void {
  mkdirSync(path);
  if (random.below(2) === 0) symlinkSync(outside.path, join(path, "out"));
  writeFileSync(join(path, "ticket.json"), random.bytes(20));
}

/** A record that is made to fit the file outside: whoever follows the link finds everything in order. */
function linkedKeyThatFits({ victim, outside }: Scene): void {
  const file = join(victim.path, "answer.json");
  const record = JSON.parse(readFileSync(file, "utf8"));
  for (const name of readdirSync(victim.path).filter((one) => one.endsWith(".key"))) rmSync(join(victim.path, name));
  symlinkSync(join(outside.path, outside.key.name), join(victim.path, outside.key.name));
  writeFileSync(file, JSON.stringify({ ...record, outcome: "key", file: outside.key }));
}

/** Other things than files and folders, and each in the other's place. */
export const kindMutations: readonly Mutation[] = [
  inPlace("a link to a file outside", (path, scene, random) => symlinkSync(someTarget(scene, random), path)),
  inPlace("a relative link to a file outside", (path, scene, random) =>
    symlinkSync(relative(join(path, ".."), someTarget(scene, random)), path),
  ),
  inPlace("a link to a folder outside", (path, { outside }) => symlinkSync(outside.path, path)),
  inPlace("a link to the whole system", (path) => symlinkSync("/", path)),
  inPlace("a link to a place outside where nothing is", (path, { outside }) =>
    symlinkSync(join(outside.path, "new"), path),
  ),
  inPlace("a link to itself", (path) => symlinkSync(basename(path), path)),
  inPlace("a link to another ticket's file", (path, { other }, random) =>
    symlinkSync(join(other.path, random.pick(readdirSync(other.path))), path),
  ),
  inPlace("a second name of another ticket's file", (path, { other }, random) =>
    linkSync(join(other.path, random.pick(readdirSync(other.path))), path),
  ),
  inPlace("a pipe, a socket or a device", (path, { outside }, random) => linkSync(random.pick(outside.specials), path)),
  inPlace("a folder", fillFolder),
  inPlace("a huge file", (path, _, random) => {
    writeFileSync(path, "{");
    truncateSync(path, 2 ** (30 + random.below(12))); // sparse: takes no room
  }),
  { name: "a linked key, and a record that fits it", harm: linkedKeyThatFits },
  {
    name: "the request's folder is a link outside",
    harm: ({ victim, outside }, random) => {
      rmSync(victim.path, { recursive: true });
      symlinkSync(random.pick([outside.path, join(outside.path, "KEYFERRY", "ze-666-0000000000"), "/"]), victim.path);
    },
  },
  {
    name: "the request's folder is no folder",
    harm: ({ victim, outside }, random) => {
      rmSync(victim.path, { recursive: true });
      if (random.below(2) === 0) writeFileSync(victim.path, random.bytes(100));
      else linkSync(random.pick(outside.specials), victim.path);
    },
  },
  {
    name: "KEYFERRY is a link outside",
    hidesAll: true,
    harm: ({ keyferry, outside }, random) => {
      rmSync(keyferry, { recursive: true });
      symlinkSync(random.pick([join(outside.path, "KEYFERRY"), "/", "KEYFERRY"]), keyferry);
    },
  },
  {
    name: "KEYFERRY is no folder",
    hidesAll: true,
    harm: ({ keyferry, outside }, random) => {
      rmSync(keyferry, { recursive: true });
      if (random.below(2) === 0) writeFileSync(keyferry, random.bytes(100));
      else linkSync(random.pick(outside.specials), keyferry);
    },
  },
];
