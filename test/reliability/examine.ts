import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "../../core/problem.ts";
import type { CopiedKey } from "../../core/step-results.ts";
import type { TicketId } from "../../core/stick/records.ts";
import { isDeliverable } from "../../core/stick/stick-state.ts";
import { wantedBy } from "../../main/cli/commands/fetch.ts";
import { stickAtFolder } from "../../main/drives/stick-at-folder.ts";
import { deliverKeys } from "../../main/steps/deliver.ts";
import { fetchKeys } from "../../main/steps/fetch.ts";
import type { FetchPlan } from "../../main/steps/fetch-plan.ts";
import { readStick, type StickReading } from "../../main/stick/read-stick.ts";
import type { Stick } from "../../main/stick/stick.ts";
import type { Finding, Violation } from "../../tools/lib/reliability/outcomes.mjs";
import { fakeContext } from "../fixtures/context.ts";
import { plannerFor } from "../fixtures/fetch-plan.ts";
import { answerOf, fetchContext } from "./good-requests.ts";
import { CANARY } from "./outside.ts";
import type { Placed, Scene } from "./scene.ts";
import { sha256, wholeKey } from "./whole-keys.ts";

/** What a technician waits for at most, in ms, on a computer with nothing else to do. */
const PATIENCE = 2_000;
/** Names that Windows takes for a device, or that a file dialogue hides. */
const UNFIT_NAME = /^(?:\.|(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))|[. ]$/i;
/** Keys made by hand that are delivered from one stick. */
const BY_HAND = 1;
const NEW_KEY = Buffer.from("a key that came just now");

/** The clock, in ms, without the time that Linux let this program wait for a processor: other programs' doing. */
function workedFor(): number {
  try {
    const [, waited = "0"] = readFileSync("/proc/self/schedstat", "utf8").split(" "); // ns, of the main thread
    return performance.now() - Number(waited) / 1e6;
  } catch {
    return performance.now(); // no such account on this system
  }
}

/** Examines one stick: read, planned, delivered from, fetched to, and read again. Each finding is a violation. */
export class Examination {
  readonly findings: Finding[] = [];
  readonly states: string[] = [];
  slowest = 0;
  delivered = 0;
  fetched = 0;
  readonly #scene: Scene;
  readonly #target: string;

  constructor(scene: Scene, target: string) {
    this.#scene = scene;
    this.#target = target;
  }

  async run(hidesAll: boolean, steps: boolean): Promise<void> {
    const { root, bystanders } = this.#scene;
    const stick = await this.#timed("open", () => stickAtFolder(root));
    if (!stick?.ok) return;
    const reading = await this.#read(stick.value);
    if (reading === null) return;
    this.states.push(...reading.contents.requests.map(({ state }) => state));
    if (!hidesAll) for (const good of bystanders) this.#lookFor(good, reading);
    const fetchable = await this.#plan(stick.value, reading);
    await this.#deliver(stick.value, reading);
    if (!steps) return;
    await this.#timed("deliver all", () => deliverKeys(stick.value, { to: join(this.#target, "all") }, fakeContext()));
    await this.#fetch(stick.value, fetchable);
    await this.#read(stick.value);
  }

  async #read(stick: Stick): Promise<StickReading | null> {
    const reading = await this.#timed("read", () => readStick(stick));
    if (!reading?.ok) return null;
    const { contents, ticketed, byHandUrls } = reading.value;
    this.#seesNothingOutside("read", [
      contents,
      [...ticketed].map(([, { ticket, url }]) => [ticket, url]),
      [...byHandUrls],
    ]);
    for (const request of reading.value.contents.requests.filter(isDeliverable)) {
      if (wholeKey(join(this.#scene.keyferry, request.folder)) === null) {
        this.#found("false answer", `${request.folder} is said to be ${request.state}`);
      }
    }
    return reading.value;
  }

  #lookFor(good: Placed, { contents, open }: StickReading): void {
    const found = contents.requests.find(({ folder }) => folder === good.folder);
    if (!isDeepStrictEqual(found, good.request) || open.get(good.id)?.folder !== good.folder) {
      this.#found("good request lost", `${good.request.state} ${good.folder}: ${JSON.stringify(found ?? null)}`);
    }
  }

  /** Named or not: only vetted URLs, byte for byte as they lie on the stick. Returns what may be named. */
  async #plan(stick: Stick, reading: StickReading): Promise<readonly TicketId[]> {
    const planned = await plannerFor(stick, reading);
    const ids = reading.contents.requests.flatMap(({ id }) => (id === null ? [] : [id]));
    const fetchable: TicketId[] = [];
    for (const tickets of [undefined, ...ids.map((id) => [id])]) {
      const plan = await planned(tickets, true);
      if (!plan.ok) continue;
      fetchable.push(...(tickets ?? []));
      this.#compareUrls(plan.value);
    }
    return fetchable;
  }

  #compareUrls({ jobs }: FetchPlan): void {
    for (const { folder, url } of jobs.map(({ request }) => request)) {
      const lies = readFileSync(join(this.#scene.keyferry, folder, "activation-url.txt"), "utf8").replace(/\r?\n$/, "");
      if (url.text !== lies || !/^https:\/\/alas\.stratus\.com(?::443)?[/?]/i.test(url.text)) {
        this.#found("false answer", `${folder} would be fetched from ${url.text}`);
      }
    }
  }

  async #deliver(stick: Stick, reading: StickReading): Promise<void> {
    const { requests, byHand } = reading.contents;
    const tickets = requests.flatMap((one) => (one.id !== null && isDeliverable(one) ? [one.id] : []));
    const inputs = [
      ...(tickets.length > 0 ? [{ tickets }] : []),
      ...byHand.keys.slice(0, BY_HAND).map(({ file }) => ({ byHand: file })),
    ];
    for (const [place, input] of inputs.entries()) {
      const to = join(this.#target, String(place));
      const result = await this.#timed("deliver", () => deliverKeys(stick, { ...input, to }, fakeContext()));
      if (result?.ok) this.#compare(result.value.files, to, reading, "byHand" in input ? input.byHand : null);
      else if ("tickets" in input && result !== null) {
        this.#found("good request lost", `whole keys are not delivered: ${JSON.stringify(result)}`);
      }
    }
  }

  #compare(files: readonly CopiedKey[], to: string, { ticketed }: StickReading, byHand: string | null): void {
    this.delivered += files.length;
    for (const { ticketId, path, sha256: said } of files) {
      const folder = ticketId === null ? undefined : ticketed.get(ticketId)?.folder;
      const onStick =
        byHand === null
          ? wholeKey(join(this.#scene.keyferry, folder ?? ""))
          : readFileSync(join(this.#scene.root, byHand));
      const copy = readFileSync(path);
      if (onStick === null || !copy.equals(onStick) || said !== sha256(onStick)) {
        this.#found("false answer", `${path} is not the key of ${folder ?? byHand}`);
      }
      if (copy.includes(CANARY)) this.#found("escape", `${path} has content from outside`);
      const name = path.slice(to.length + 1);
      if (!path.startsWith(`${to}/`) || name.includes("/")) this.#found("escape", `delivered to ${path}`);
      if (UNFIT_NAME.test(name)) this.#found("false answer", `delivered as ${JSON.stringify(name)}`);
    }
    if (readdirSync(to).length !== files.length) this.#found("false answer", `unnamed files in ${to}`);
  }

  /** Whatever may be fetched at all, from an ALAS that answers everybody with a key. */
  async #fetch(stick: Stick, tickets: readonly TicketId[]): Promise<void> {
    const context = fetchContext((url) => {
      if (url.includes(CANARY)) this.#found("escape", `asked for ${url}`);
      return answerOf(NEW_KEY, "av_99_A.key");
    });
    const results = await this.#timed("fetch", () => fetchKeys(stick, wantedBy({ tickets, again: true }), context));
    if (results?.ok) this.fetched += results.value.filter(({ outcome }) => outcome === "key").length;
  }

  #seesNothingOutside(where: string, seen: unknown): void {
    if (JSON.stringify(seen).includes(CANARY)) this.#found("escape", `${where} shows content from outside`);
  }

  /** Nothing thrown, and in time; null when something was thrown. */
  async #timed<T>(what: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> {
    const start = workedFor();
    try {
      const result = await work(); // what hangs for good, the process that started this one ends
      if (result.ok === false && result.error.code === "unexpected") {
        this.#found("crash", `${what}: ${result.error.detail}`);
      }
      return result;
    } catch (error) {
      this.#found("crash", `${what}: ${error instanceof Error ? error.stack : error}`);
      return null;
    } finally {
      const ms = workedFor() - start;
      this.slowest = Math.max(this.slowest, ms);
      if (ms > PATIENCE) this.#found("hang", `${what}: ${Math.round(ms)} ms`);
    }
  }

  #found(what: Violation, detail: string): void {
    this.findings.push({ what, detail });
  }

  /** Makes the folder that the keys are delivered to. */
  prepare(): void {
    mkdirSync(this.#target);
  }
}
