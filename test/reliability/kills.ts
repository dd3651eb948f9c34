import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pLimit from "p-limit";
import { stickAtFolder } from "../../main/drives/stick-at-folder.ts";
import { readStick } from "../../main/stick/read-stick.ts";
import type { Call, KillOutcome } from "../../tools/lib/reliability/outcomes.mjs";
import { done } from "../fixtures/done.ts";
import { KEY } from "./good-requests.ts";
import { callsOf, killAt, touchedPaths } from "./kill-at.ts";
import { ASSET_ID, request, runStep, type StepName } from "./steps.ts";
import { sha256, wholeKey } from "./whole-keys.ts";

// A process of its own: kills each step at each of its system calls, and tells what was left every time.
const { home, lanes }: { home: string; lanes: number } = JSON.parse(process.argv[2] ?? "{}");

/** The steps that come before, and the states that may be left, from the first to the last. */
const STEPS: Readonly<Record<StepName, { readonly after: readonly StepName[]; readonly states: readonly string[] }>> = {
  // "damaged": the URL is there and its ticket is not. There is nothing to fetch, and the link has to be saved again.
  request: { after: [], states: ["none", "damaged", "requested"] },
  key: { after: ["request"], states: ["requested", "incomplete", "answered"] },
  refusal: { after: ["request"], states: ["requested", "incomplete", "refused"] },
  delivery: { after: ["request", "key"], states: ["answered", "delivered"] },
};

const FOREIGN = {
  "orders/march.txt": "two pumps",
  "写真.jpg": "x".repeat(5_000),
  "KEYFERRY/notes.txt": "mine",
  "a.key": "k",
};
const DONE_BEFORE: ReadonlySet<string> = new Set(["already-requested", "already-answered"]);

for (const step of Object.keys(STEPS) as StepName[]) await killEverywhere(step); // its keys are exactly these

process.disconnect?.();

/** Everything that killing a step takes: the stick as it finds it, and its own calls. */
interface Plan {
  readonly step: StepName;
  readonly fresh: string;
  readonly paths: readonly string[]; // below a copy of the stick
  readonly calls: readonly Call[];
}

async function killEverywhere(step: StepName): Promise<void> {
  const plan = await planFor(step);
  await pLimit(lanes).map(plan.calls, async (call) => process.send?.(await killOnce(plan, call)));
}

/** From steps that nobody kills. */
async function planFor(step: StepName): Promise<Plan> {
  const fresh = join(home, step);
  await prepare(fresh, step);
  const first = copyOf(fresh, "paths");
  const paths = await touchedPaths({ step, ...foldersIn(first) }, join(first, "log"));
  const below = paths.map((path) => path.slice(first.length + 1));
  const second = copyOf(fresh, "calls");
  const calls = await callsOf({ step, ...foldersIn(second) }, pathsIn(second, below), join(second, "log"));
  return { step, fresh, paths: below, calls };
}

function copyOf(fresh: string, name: string): string {
  const place = `${fresh}-${name}`;
  cpSync(fresh, place, { recursive: true });
  return place;
}

function foldersIn(place: string) {
  return { root: join(place, "stick"), to: join(place, "keys") };
}

function pathsIn(place: string, paths: readonly string[]): readonly string[] {
  return paths.map((path) => join(place, path));
}

/** A stick as the step finds it: with another system's answered request, and with files of other people. */
async function prepare(fresh: string, step: StepName): Promise<void> {
  const root = join(fresh, "stick");
  mkdirSync(root, { recursive: true });
  const stick = done(await stickAtFolder(root));
  done(await request(stick, "ze-300", 9));
  for (const [name, text] of Object.entries(FOREIGN)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  for (const before of STEPS[step].after) done(await runStep(before, stick, join(fresh, "keys")));
}

async function killOnce({ step, fresh, paths }: Plan, call: Call): Promise<KillOutcome> {
  const place = copyOf(fresh, `${call.name}-${call.nth}`);
  const { root, to } = foldersIn(place);
  const untouched = foreignFiles(root);
  const killed = await killAt(call, { step, root, to }, pathsIn(place, paths), join(place, "log"));
  const state = await stateOf(root);
  const violations = [
    ...(killed ? [] : ["it was not killed"]),
    ...(STEPS[step].states.includes(state) ? [] : [`left ${state}`]),
    ...(foreignFiles(root) === untouched ? [] : ["a foreign file was changed"]),
    ...(await falseAnswers(root, to)),
    ...(await carriedOn(step, root, to)),
  ];
  rmSync(place, { recursive: true });
  return { step, call, state, violations };
}

async function requestsOn(root: string) {
  return done(await readStick(done(await stickAtFolder(root)))).contents.requests;
}

async function stateOf(root: string): Promise<string> {
  const ours = (await requestsOn(root)).filter(({ folder }) => folder.startsWith(ASSET_ID));
  return ours.length > 1 ? "twice" : (ours[0]?.state ?? "none");
}

async function falseAnswers(root: string, to: string): Promise<readonly string[]> {
  const said = (await requestsOn(root)).filter(({ state }) => state === "answered" || state === "delivered");
  const bad = said.filter(({ folder }) => wholeKey(join(root, "KEYFERRY", folder)) === null);
  const copies = filesIn(to).filter((name) => name.endsWith(".key") && !readFileSync(join(to, name)).equals(KEY));
  return [
    ...bad.map(({ folder }) => `${folder} is falsely answered`),
    ...copies.map((name) => `${name} is no whole key`),
  ];
}

/** Whoever comes next can finish what was cut off. */
async function carriedOn(step: StepName, root: string, to: string): Promise<readonly string[]> {
  const again = await runStep(step, done(await stickAtFolder(root)), to, true);
  if (!again.ok && !DONE_BEFORE.has(again.error.code)) return [`cannot be carried on: ${JSON.stringify(again.error)}`];
  const states = (await requestsOn(root)).filter(({ folder }) => folder.startsWith(ASSET_ID)).map(({ state }) => state);
  if (states.includes("damaged")) return [`carried on, and what was cut off is still there: ${states}`];
  const last = STEPS[step].states.at(-1) ?? "";
  return states.includes(last as (typeof states)[number]) ? [] : [`carried on, and yet ${states}`]; // one of its states
}

/** The bytes of all that is not this request's, by name; NEXT-STEP.txt is everybody's. */
function foreignFiles(root: string): string {
  const ours = (name: string) => name.startsWith(`KEYFERRY/${ASSET_ID}`) || name.startsWith("KEYFERRY/NEXT-STEP.txt");
  const names = filesIn(root).filter((name) => !ours(name));
  return names.map((name) => `${name} ${sha256(readFileSync(join(root, name)))}`).join("\n");
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
  } catch {
    return []; // not made yet
  }
}
