import { appendFile, chmod, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { openJournal } from "../../../../main/journal/journal.ts";
import type { LeftRequest } from "../../../../main/steps/fetch-plan.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { done } from "../../../fixtures/done.ts";
import { historyOf } from "../../../fixtures/fetch-history.ts";
import { type Ask, fetchWith, givesKey, keyAnswer, notAsked, textAnswer } from "../../../fixtures/fetching.ts";
import {
  answer,
  emptyStick,
  onlyRequest,
  put,
  request,
  temporaryFolder,
  urlOf,
} from "../../../fixtures/stick-folder.ts";

const folderOf = (stick: Stick, folder: string) => join(stick.root, "KEYFERRY", folder);

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
      type: "fetch-begun",
      ticketId: id,
      assetId: "ze-207",
      stick: { label: "KINGSTON", serial: "0123" },
    });
    expect(ended).toMatchObject({
      type: "fetch-ended",
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
      "a refusal without a cause",
      async () => ok(textAnswer("9.0 ALAS_UNKNOWN")),
      { outcome: "refused", alas: "9.0", counted: "perhaps" },
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
    expect(ended).toMatchObject({ type: "fetch-ended", file: null, ...expected });
    expect(done(outcome)).toMatchObject([{ counted: ended?.type === "fetch-ended" ? ended.counted : "none" }]);
  });

  test("where it cannot be written ALAS is not contacted, and the stick is as it was", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    await mkdir(join(home, "journal.jsonl"));
    await request(stick);
    const { outcome, asked } = await fetchWith(stick, givesKey, {}, home);
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

describe("taken up after a crash", () => {
  test("one that was cut off is left alone and said, the others are fetched", async () => {
    const stick = await emptyStick();
    const cutOff = await request(stick, "ze-208");
    await put(stick, `KEYFERRY/${cutOff.folder}/answer.json.part`, "");
    await request(stick, "ze-209");
    let left: readonly LeftRequest[] = [];
    const { asked, outcome } = await fetchWith(stick, givesKey, {
      onPlan: (plan) => {
        left = plan.left;
      },
    });
    expect(asked).toEqual([urlOf("ze-209")]);
    expect(done(outcome)).toHaveLength(1);
    expect(left).toEqual([{ ticketId: cutOff.id, reason: "cut-off" }]);
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
    expect((await fetchWith(stick, givesKey, { tickets: [id] }, home)).asked).toHaveLength(1); // somebody decided
  });
});

describe("what a scan tells of earlier fetches", () => {
  test("of another request for the same system, on this stick and before", async () => {
    const home = await temporaryFolder();
    const before = await emptyStick();
    await request(before, "ze-207");
    await fetchWith(before, givesKey, {}, home);
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
    const { outcome } = await fetchWith(stick, givesKey, { tickets: [id] }, home);
    expect(done(outcome)).toMatchObject([{ outcome: "key", warnings: ["fetched-before"] }]);
  });

  test.each([
    ["2.1", "no"],
    ["9.0", "perhaps"],
    ["7.4", "perhaps"],
  ])("of a refusal with %s that another computer got: whether it counted: %s", async (code, counted) => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    await answer(stick, id, { refusal: { code, name: "" } });
    const history = await historyOf(stick, await temporaryFolder(), id);
    expect(history?.fetches).toMatchObject([{ outcome: "refused", alas: code, counted, knownFrom: "stick" }]);
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
      retry: { type: "after", at },
    });
    expect(await historyOf(stick, await temporaryFolder(), id)).toMatchObject({ retry: null });
  });

  test("a record that is damaged stops nothing", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    await fetchWith(stick, givesKey, {}, home);
    await appendFile(join(home, "journal.jsonl"), "\u0000{{{\n");
    await chmod(join(home, "journal.jsonl"), 0o600);
    expect(await historyOf(stick, home, id)).toMatchObject({ fetches: [{ outcome: "key" }] });
  });
});
