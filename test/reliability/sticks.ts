import { execFileSync } from "node:child_process";
import { accessSync, chmodSync, lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Finding, StickOutcome } from "../../tools/lib/reliability/outcomes.mjs";
import { Examination } from "./examine.ts";
import { type GoodRequest, makeGoodRequests } from "./good-requests.ts";
import { type Guard, standGuard } from "./guard.ts";
import { harmed } from "./mutations/all.ts";
import { layOutside, type Outside } from "./outside.ts";
import { Random } from "./random.ts";
import { setScene } from "./scene.ts";

// A process of its own: examines every `step`th mutated stick from `first` on, and tells the outcome of each.
const { home, seed, first, step, count, user }: Job = JSON.parse(process.argv[2] ?? "{}");

interface Job {
  readonly home: string;
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  readonly count: number;
  /** To become after what takes root's rights: permissions mean nothing to root, devices nothing to anybody else. */
  readonly user: number | null;
}

/** Where this computer itself says what it has mounted. */
const SYSTEM = ["/proc/self/mountinfo", "/sys/dev", "/sys/block", "/sys/devices"];

/** A plan is made for each stick; what it plans is written to some, since that takes as long as all the rest. */
const FETCHES_ONE_IN = 8;

interface World {
  readonly good: readonly GoodRequest[];
  readonly outside: Outside;
  readonly guard: Guard;
}

const good = await makeGoodRequests(home);
const outside = await layOutside(home);
if (user !== null) {
  execFileSync("chown", ["-R", String(user), home]);
  process.setgid?.(user);
  process.setuid?.(user);
}
let before = outside.fingerprint();
const world: World = { good, outside, guard: standGuard() };
for (let index = first; index < count; index += step) {
  process.send?.({ begins: index });
  process.send?.({ ended: await examine(index, world) });
}
process.disconnect?.();

async function examine(index: number, { good, outside, guard }: World): Promise<StickOutcome> {
  const random = new Random(seed, index);
  const [root, target] = [join(home, `stick-${index}`), join(home, `target-${index}`)];
  mkdirSync(root);
  const scene = setScene(root, good, outside, random);
  const mutations = harmed(scene, random);
  const examination = new Examination(scene, target);
  examination.prepare();
  const calls = guard.calls;
  mark(`begins-${index}`);
  guard.allow([root, target, ...SYSTEM]);
  await examination.run(
    mutations.some(({ hidesAll }) => hidesAll === true),
    (index >> 1) % FETCHES_ONE_IN === 0,
  );
  const astray = guard.allow([root, target]).map((detail) => ({ what: "escape", detail }) as const);
  mark(`ends-${index}`);
  const after = outside.fingerprint();
  const written: Finding[] = after !== before ? [{ what: "escape", detail: "something outside was changed" }] : [];
  before = after;
  clear([root, target]);
  const { states, slowest, delivered, fetched, findings } = examination;
  return {
    index,
    mutations: mutations.map(({ name }) => name),
    findings: [...findings, ...astray, ...written],
    ...{ states, slowest, delivered, fetched, calls: guard.calls - calls },
  };
}

/** Seen by strace, and by nobody else. */
function mark(word: string): void {
  try {
    accessSync(`/keyferry-${word}`);
  } catch {
    // it is never there
  }
}

function clear(folders: readonly string[]): void {
  try {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  } catch {
    for (const folder of folders) giveBack(folder); // its permissions were taken away
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

function giveBack(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  chmodSync(folder, 0o700);
  for (const name of readdirSync(folder, { encoding: "buffer" })) {
    const path = Buffer.concat([Buffer.from(`${folder}/`), name]);
    if (lstatSync(path).isDirectory()) giveBack(path.toString());
  }
}
