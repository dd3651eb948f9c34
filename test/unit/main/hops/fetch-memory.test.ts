import { appendFile, chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FetchHistory } from "../../../../core/journal/fetch-history.ts";
import { err, ok } from "../../../../core/result.ts";
import type { TicketId } from "../../../../core/stick/records.ts";
import { scanStick } from "../../../../main/hops/scan.ts";
import { openJournal } from "../../../../main/journal/journal.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { memoryAt } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { type Ask, fetchWith, KEY, keyAnswer, textAnswer } from "../../../fixtures/fetching.ts";
import {
  answer,
  emptyStick,
  onlyRequest,
  put,
  request,
  temporaryFolder,
  urlOf,
} from "../../../fixtures/stick-folder.ts";

const key: Ask = async () => ok(keyAnswer());
const notAsked: Ask = () => Promise.reject(new Error("ALAS was asked"));
const folderOf = (stick: Stick, folder: string) => join(stick.root, "KEYFERRY", folder);

/** A stick that is pulled while ALAS answers. */
function pulledMeanwhile(stick: Stick): { readonly leaving: Stick; readonly ask: Ask } {
  let here = true;
  return {
    leaving: { root: stick.root, check: async () => (here ? stick.check() : err({ code: "stick-gone" })) },
    ask: async () => {
      here = false;
      return ok(keyAnswer());
    },
  };
}

async function historyOf(stick: Stick, home: string, id: TicketId, at?: Date): Promise<FetchHistory | undefined> {
  const context = { ...fakeContext(), ...memoryAt(home), ...(at ? { now: () => at } : {}) };
  return done(await scanStick(stick, context)).requests.find((one) => one.id === id)?.history;
}

describe("this computer's record", () => {
  test("knows of a fetch before ALAS is asked, and of its end; of the URL only the hash", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    let meanwhile = "";
    const ask: Ask = async () => {
      meanwhile = await readFile(join(home, "journal.jsonl"), "utf8");
      return ok(keyAnswer());
    };
    const identify = async () => ({ label: "KINGSTON", serial: "0123", volumeId: "AB-CD" });
    await fetchWith(stick, ask, {}, home, { identify });
    expect(meanwhile.trim().split("\n")).toHaveLength(1);
    const [begun, ended, ...more] = await openJournal(home).read();
    expect(begun).toMatchObject({
      is: "fetch-begun",
      ticketId: id,
      assetId: "ze-207",
      stick: { label: "KINGSTON", serial: "0123" },
    });
    expect(ended).toMatchObject({
      is: "fetch-ended",
      fetch: begun?.fetch,
      outcome: "key",
      counted: "yes",
      status: 200,
      file: { name: "av_12345_A.key", bytes: 2301 },
    });
    expect(more).toEqual([]);
    const text = await readFile(join(home, "journal.jsonl"), "utf8");
    expect(text).not.toContain("siteid");
    expect(text).not.toContain("sig=");
  });

  test.each<[string, Ask, object]>([
    [
      "a refusal",
      async () => ok(textAnswer("3.5 ALAS_NO_MORE_ACTIVATION")),
      { outcome: "refused", alas: "3.5", counted: "no" },
    ],
    [
      "a web page",
      async () => ok(textAnswer("<html>", "text/html")),
      { code: "answer-html", status: 200, counted: "perhaps" },
    ],
    ["no connection", async () => err({ code: "net-refused" }), { code: "net-refused", status: null, counted: "no" }],
    ["no answer", async () => err({ code: "net-time-out", ms: 60_000 }), { code: "net-time-out", counted: "perhaps" }],
    ["cancelled before it was sent", async () => err({ code: "fetch-cancelled" }), { counted: "no" }],
    [
      "cancelled afterwards",
      async (_, { onPhase }) => {
        onPhase?.("asking");
        return err({ code: "fetch-cancelled" });
      },
      { code: "fetch-cancelled", counted: "perhaps" },
    ],
  ])("tells how it ended: %s", async (_, ask, expected) => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await request(stick);
    const { outcome } = await fetchWith(stick, ask, {}, home);
    const ended = (await openJournal(home).read()).at(-1);
    expect(ended).toMatchObject({ is: "fetch-ended", file: null, ...expected });
    expect(done(outcome)).toMatchObject([{ counted: ended?.is === "fetch-ended" ? ended.counted : "none" }]);
  });

  test("where it cannot be written ALAS is not asked, and the stick is as it was", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await mkdir(join(home, "journal.jsonl"));
    await request(stick);
    const { outcome, asked } = await fetchWith(stick, key, {}, home);
    expect(asked).toEqual([]);
    expect(done(outcome)).toMatchObject([
      { outcome: "failed", error: { code: "record-unwritable", detail: "EISDIR" } },
    ]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "requested" });
  });

  test("a stick that cannot be written leaves no trace in it", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id, folder } = await request(stick);
    await mkdir(join(folderOf(stick, folder), "answer.json.part"));
    await fetchWith(stick, notAsked, { tickets: [id] }, home);
    expect(await openJournal(home).read()).toEqual([]);
  });
});

describe("a key that this computer keeps", () => {
  test("is written to the stick that was pulled, by itself, and ALAS is not asked again", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id, folder } = await request(stick);
    const { leaving, ask } = pulledMeanwhile(stick);
    await fetchWith(leaving, ask, {}, home);
    expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete" });
    expect(await historyOf(stick, home, id)).toMatchObject({ storedAt: expect.stringMatching(/^2026-11-24T/) });

    const { outcome } = await fetchWith(stick, notAsked, {}, home);
    expect(done(outcome)).toMatchObject([
      {
        outcome: "key",
        fromStore: true,
        keyFile: "av_12345_A.key",
        verified: true,
        warnings: ["key-from-this-computer"],
      },
    ]);
    expect(new Uint8Array(await readFile(join(folderOf(stick, folder), "av_12345_A.key")))).toEqual(KEY);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered", next: "deliver" });
    expect((await readdir(folderOf(stick, folder))).sort()).toEqual([
      "activation-url.txt",
      "answer.json",
      "av_12345_A.key",
      "ticket.json",
    ]);
  });

  test("and whose record alone did not reach the stick gets it, without a second copy", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { folder } = await request(stick);
    await fetchWith(stick, key, {}, home);
    await rm(join(folderOf(stick, folder), "answer.json"));
    const { outcome } = await fetchWith(stick, notAsked, {}, home);
    expect(done(outcome)).toMatchObject([{ keyFile: "av_12345_A.key", fromStore: true }]);
    expect((await readdir(folderOf(stick, folder))).filter((name) => name.endsWith(".key"))).toHaveLength(1);
  });

  test("is written beside a harmed one, named or not", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { folder } = await request(stick);
    await fetchWith(stick, key, {}, home);
    await writeFile(join(folderOf(stick, folder), "av_12345_A.key"), "harmed");
    const { outcome } = await fetchWith(stick, notAsked, {}, home);
    expect(done(outcome)).toMatchObject([{ keyFile: "av_12345_A-2.key", fromStore: true }]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered" });
  });

  test("mends a request that another computer was refused for with 3.5", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    const { leaving, ask } = pulledMeanwhile(stick);
    await fetchWith(leaving, ask, {}, home);
    await answer(stick, id, { refusal: { code: "3.5", name: "ALAS_NO_MORE_ACTIVATION" } });
    expect(done((await fetchWith(stick, notAsked, {}, home)).outcome)).toEqual([]); // nobody named it
    const { outcome } = await fetchWith(stick, notAsked, { tickets: [id] }, home);
    expect(done(outcome)).toMatchObject([{ outcome: "key", fromStore: true }]);
  });

  test("is not another request's, even of the same system", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await request(stick);
    await fetchWith(stick, key, {}, home);
    const again = await emptyStick();
    await request(again);
    expect((await fetchWith(again, key, {}, home)).asked).toEqual([urlOf("ze-207")]);
  });

  test("stays on this computer when the stick does not take it once more", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await request(stick);
    const { leaving, ask } = pulledMeanwhile(stick);
    const first = done((await fetchWith(leaving, ask, {}, home)).outcome)[0];
    const checks = { count: 0 };
    const pulled: Stick = {
      root: stick.root,
      check: async () => (++checks.count <= 2 ? stick.check() : err({ code: "stick-gone" })),
    };
    const { outcome } = await fetchWith(pulled, notAsked, {}, home);
    const kept = first?.outcome === "failed" ? first.kept : "none";
    expect(done(outcome)).toMatchObject([{ outcome: "failed", error: { code: "stick-gone" }, kept, keptIs: "key" }]);
  });
});

describe("what is no key is kept for support, and told where", () => {
  test.each<[string, Ask, string]>([
    ["a login page", async () => ok(textAnswer("<html>Sign in</html>", "text/html")), "<html>Sign in</html>"],
    ["a refusal", async () => ok(textAnswer("2.1 ALAS_UNKNOWN_SITEID")), "2.1 ALAS_UNKNOWN_SITEID"],
    ["a server's error", async () => ok({ ...textAnswer("out of order"), status: 503 }), "out of order"],
  ])("%s", async (_, ask, text) => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    const kept = join(home, "answers", id, "answer.raw");
    expect(done((await fetchWith(stick, ask, {}, home)).outcome)).toMatchObject([{ kept, keptIs: "answer" }]);
    expect(await readFile(kept, "utf8")).toBe(text);
  });

  test("a computer that cannot keep it goes on all the same", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await writeFile(join(home, "answers"), "a file stands there");
    await request(stick);
    expect(done((await fetchWith(stick, key, {}, home)).outcome)).toMatchObject([{ outcome: "key", verified: true }]);
  });
});

describe("taken up after a crash", () => {
  test("one that was cut off is left alone and said, the others are fetched", async () => {
    const stick = await emptyStick();
    const cutOff = await request(stick, "ze-208");
    await put(stick, `KEYFERRY/${cutOff.folder}/answer.json.part`, "");
    await request(stick, "ze-209");
    let left: readonly string[] = [];
    const { asked, outcome } = await fetchWith(stick, key, {
      onPlan: (plan) => {
        left = plan.left;
      },
    });
    expect(asked).toEqual([urlOf("ze-209")]);
    expect(done(outcome)).toHaveLength(1);
    expect(left).toEqual([cutOff.id]);
  });

  test("one whose mark the stick has lost is known by this computer's record", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    await fetchWith(stick, () => Promise.reject(new Error("the power went")), {}, home);
    const { folder } = await onlyRequest(stick);
    await rm(join(folderOf(stick, folder), "answer.json.part"), { force: true });
    expect(await onlyRequest(stick)).toMatchObject({ state: "requested" });
    expect(done((await fetchWith(stick, notAsked, {}, home)).outcome)).toEqual([]);
    expect(await historyOf(stick, home, id)).toMatchObject({ fetches: [{ outcome: "cut-off", counted: "perhaps" }] });
    expect((await fetchWith(stick, key, { tickets: [id] }, home)).asked).toHaveLength(1); // somebody decided
  });
});

describe("what a scan tells of earlier fetches", () => {
  test("of another request for the same system, on this stick and before", async () => {
    const home = await temporaryFolder();
    const before = await emptyStick();
    await request(before, "ze-207");
    await fetchWith(before, key, {}, home);
    const stick = await emptyStick();
    const had = await request(stick, "ZE-207");
    await answer(stick, had.id);
    const { id } = await request(stick, "ze-207");
    expect(await historyOf(stick, home, id)).toMatchObject({
      fetches: [
        { outcome: "key", counted: "yes", knownFrom: "this-computer" },
        { outcome: "key", counted: "yes", knownFrom: "stick" },
      ],
      remaining: 1,
      storedAt: null,
    });
    const { outcome } = await fetchWith(stick, key, { tickets: [id] }, home);
    expect(done(outcome)).toMatchObject([{ outcome: "key", warnings: ["fetched-before"] }]);
  });

  test("after 2.1 when to try once more, also after another start", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    await fetchWith(stick, async () => ok(textAnswer("2.1 ALAS_UNKNOWN_SITEID")), {}, home);
    const at = Date.parse("2026-11-24T00:45:00Z");
    expect(await historyOf(stick, home, id)).toMatchObject({
      fetches: [{ outcome: "refused", alas: "2.1", knownFrom: "this-computer" }], // once, though both know of it
      remaining: 3,
      retry: { is: "after", at },
    });
    expect(await historyOf(stick, await temporaryFolder(), id)).toMatchObject({ retry: null });
  });

  test("a record that is damaged stops nothing", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    await fetchWith(stick, key, {}, home);
    await appendFile(join(home, "journal.jsonl"), "\u0000{{{\n");
    await chmod(join(home, "journal.jsonl"), 0o600);
    expect(await historyOf(stick, home, id)).toMatchObject({ fetches: [{ outcome: "key" }] });
  });
});
