import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FetchProgress } from "../../../../core/hop-results.ts";
import { err, ok } from "../../../../core/result.ts";
import { parseAnswer, type TicketId } from "../../../../core/stick/records.ts";
import { type FetchContext, fetchHop } from "../../../../main/hops/fetch.ts";
import { requestHop } from "../../../../main/hops/request.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { noMemory } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { type Ask, fetchWith, KEY, keyAnswer, textAnswer } from "../../../fixtures/fetching.ts";
import {
  answer,
  emptyStick,
  onlyRequest,
  put,
  read,
  request,
  temporaryFolder,
  urlOf,
} from "../../../fixtures/stick-folder.ts";

const usedUp = { code: "3.5", name: "ALAS_NO_MORE_ACTIVATION" };

const key: Ask = async () => ok(keyAnswer());
const filesOf = async (stick: Stick, folder: string) => (await readdir(join(stick.root, "KEYFERRY", folder))).sort();

describe("a key", () => {
  test("is asked for once, written with its record, and read back", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    const progress: FetchProgress["phase"][] = [];
    const { outcome, asked } = await fetchWith(stick, key, { onProgress: ({ phase }) => progress.push(phase) });

    expect(asked).toEqual([urlOf("ze-207")]);
    const [result] = done(outcome);
    expect(result).toMatchObject({
      ticketId: id,
      outcome: "key",
      keyFile: "av_12345_A.key",
      bytes: 2301,
      verified: true,
    });
    expect(await filesOf(stick, folder)).toEqual([
      "activation-url.txt",
      "answer.json",
      "av_12345_A.key",
      "ticket.json",
    ]);
    expect(new Uint8Array(await readFile(join(stick.root, "KEYFERRY", folder, "av_12345_A.key")))).toEqual(KEY);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered", next: "deliver" });
    expect(progress).toEqual(["writing", "reading-back", "done"]);
  });

  test("its record says which request it answers, and how the server answered", async () => {
    const stick = await emptyStick();
    const { folder, id } = await request(stick);
    await fetchWith(stick, key);
    const text = await readFile(join(stick.root, "KEYFERRY", folder, "answer.json"), "utf8");
    expect(parseAnswer(text)).toMatchObject({
      ok: true,
      value: {
        ticketId: id,
        server: { host: "alas.stratus.com", status: 200, contentType: "application/octet-stream" },
        from: { computer: "PLANT-4-HMI", app: "1.0.0" },
      },
    });
  });

  test("a minimal request's answer names nobody either", async () => {
    const stick = await emptyStick();
    done(await requestHop(stick, { pasted: urlOf("ze-207"), minimal: true, again: false }, fakeContext()));
    await fetchWith(stick, key);
    const { folder } = await onlyRequest(stick);
    expect(await readFile(join(stick.root, "KEYFERRY", folder, "answer.json"), "utf8")).not.toContain("PLANT-4-HMI");
  });

  test("one that already lies there from a fetch that was cut off is not overwritten", async () => {
    const stick = await emptyStick();
    const { folder, id } = await request(stick);
    await put(stick, `KEYFERRY/${folder}/av_12345_A.key`, "half a key");
    const { outcome } = await fetchWith(stick, key, { tickets: [id] });
    expect(done(outcome)[0]).toMatchObject({ keyFile: "av_12345_A-2.key" });
    expect(await readFile(join(stick.root, "KEYFERRY", folder, "av_12345_A.key"), "utf8")).toBe("half a key");
  });
});

describe("a refusal", () => {
  test("leaves what ALAS said, and its record", async () => {
    const stick = await emptyStick();
    const { folder } = await request(stick);
    const { outcome } = await fetchWith(stick, async () => ok(textAnswer("Error 3.5: ALAS_NO_MORE_ACTIVATION")));
    expect(done(outcome)[0]).toMatchObject({
      outcome: "refused",
      error: { code: "alas-refused", alas: "3.5", name: "ALAS_NO_MORE_ACTIVATION" },
      verified: true,
    });
    expect(await filesOf(stick, folder)).toEqual([
      "activation-url.txt",
      "alas-answer.txt",
      "answer.json",
      "ticket.json",
    ]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "refused", next: "call-support" });
  });

  test("a long one is cut to 64 KiB, and never in the middle of a character", async () => {
    const stick = await emptyStick();
    const { folder } = await request(stick);
    await fetchWith(stick, async () => ok(textAnswer(`ALAS_NO_SIGN 3.3 ${"あ".repeat(40_000)}`)));
    const bytes = await readFile(join(stick.root, "KEYFERRY", folder, "alas-answer.txt"));
    expect(bytes.length).toBeGreaterThan(65_530);
    expect(bytes.length).toBeLessThanOrEqual(65_536);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).not.toThrow();
  });

  test("a second fetch replaces its record by the key's", async () => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    await answer(stick, id, { refusal: { code: "2.1", name: "ALAS_UNKNOWN_SITEID" } });
    const { outcome } = await fetchWith(stick, key, { tickets: [id] });
    expect(done(outcome)[0]).toMatchObject({ outcome: "key" });
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered" });
  });
});

describe("anything else leaves the stick as it was", () => {
  test.each<[string, Ask, string]>([
    [
      "a login page called .key",
      async () => ok({ ...keyAnswer(new TextEncoder().encode("<!DOCTYPE html><html>")) }),
      "answer-html",
    ],
    ["nothing", async () => ok(keyAnswer(new Uint8Array())), "answer-empty"],
    ["a server error", async () => ok({ ...textAnswer("out of order"), status: 503 }), "http-status"],
    ["no connection", async () => err({ code: "net-refused" }), "net-refused"],
    ["a cancelled fetch", async () => err({ code: "fetch-cancelled" }), "fetch-cancelled"],
  ])("%s", async (_, ask, code) => {
    const stick = await emptyStick();
    const { folder } = await request(stick);
    const before = await filesOf(stick, folder);
    const { outcome, asked } = await fetchWith(stick, ask);
    expect(done(outcome)).toMatchObject([{ outcome: "failed", error: { code }, verified: false }]);
    expect(asked).toHaveLength(1);
    expect(await filesOf(stick, folder)).toEqual(before);
    expect(await onlyRequest(stick)).toMatchObject({ state: "requested" });
  });
});

describe("which requests are asked for", () => {
  test("all that were never asked for; one failure stops nothing", async () => {
    const stick = await emptyStick();
    const failing = await request(stick, "ze-208");
    const good = await request(stick, "ze-209");
    const had = await request(stick, "ze-207");
    await answer(stick, had.id);
    const { outcome, asked } = await fetchWith(stick, async (url) =>
      url.includes("ze-208") ? err({ code: "net-reset" }) : ok(keyAnswer()),
    );
    expect(asked.toSorted()).toEqual([urlOf("ze-208"), urlOf("ze-209")]);
    const results = new Map(done(outcome).map((result) => [result.ticketId, result.outcome]));
    expect(results).toEqual(
      new Map([
        [failing.id, "failed"],
        [good.id, "key"],
      ]),
    );
  });

  test("none: nothing to do is no failure", async () => {
    expect((await fetchWith(await emptyStick(), key)).outcome).toEqual(ok([]));
  });

  test("one that was refused or cut off only where it is named", async () => {
    const stick = await emptyStick();
    const refused = await request(stick, "ze-208");
    await answer(stick, refused.id, { refusal: { code: "3.3", name: "ALAS_NO_SIGN" } });
    const cutOff = await request(stick, "ze-209");
    await put(stick, `KEYFERRY/${cutOff.folder}/answer.json.part`, "");
    expect((await fetchWith(stick, key)).asked).toEqual([]);
    expect((await fetchWith(stick, key, { tickets: [refused.id, cutOff.id] })).asked).toHaveLength(2);
  });

  test("one named twice is asked for once", async () => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    expect((await fetchWith(stick, key, { tickets: [id, id] })).asked).toHaveLength(1);
  });

  test("after 3.5 only where that is meant", async () => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    await answer(stick, id, { refusal: usedUp });
    const first = await fetchWith(stick, key, { tickets: [id] });
    expect(first).toEqual({ outcome: err({ code: "activations-used-up", ticket: id }), asked: [] });
    expect((await fetchWith(stick, key, { tickets: [id], again: true })).asked).toHaveLength(1);
  });

  test.each([
    ["answered", "already-answered", (stick: Stick, id: TicketId) => answer(stick, id)],
    ["unknown", "unknown-ticket", (stick: Stick) => rm(join(stick.root, "KEYFERRY"), { recursive: true })],
    [
      "damaged",
      "record-damaged",
      async (stick: Stick) => {
        const { folder } = await onlyRequest(stick);
        await writeFile(join(stick.root, "KEYFERRY", folder, "ticket.json"), "{");
      },
    ],
  ] as const)("never one that is %s", async (_, code, make) => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    await make(stick, id);
    const { outcome, asked } = await fetchWith(stick, key, { tickets: [id] });
    // A damaged ticket has lost its id: it is as unknown as one that is not there.
    const expected = code === "record-damaged" ? "unknown-ticket" : code;
    expect(outcome).toMatchObject({ ok: false, error: { code: expected } });
    expect(asked).toEqual([]);
  });

  test("one whose answer is damaged can be fetched again", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await answer(stick, id);
    await writeFile(join(stick.root, "KEYFERRY", folder, "av_12345_A.key"), "changed");
    expect(await onlyRequest(stick)).toMatchObject({ state: "damaged" });
    expect((await fetchWith(stick, key)).asked).toEqual([]);
    expect(done((await fetchWith(stick, key, { tickets: [id] })).outcome)).toMatchObject([{ outcome: "key" }]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered" });
  });
});

describe("a URL that somebody saved by hand", () => {
  test("becomes a request, and is fetched", async () => {
    const stick = await emptyStick();
    await put(stick, "link.txt", `${urlOf("ze-207")}\r\n`);
    const { outcome, asked } = await fetchWith(stick, key, { byHand: "link.txt" });
    expect(done(outcome)).toMatchObject([{ outcome: "key" }]);
    expect(asked).toEqual([urlOf("ze-207")]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered", assetId: "ze-207" });
  });

  test.each(["other.txt", "../link.txt", "/etc/passwd"])(
    "a file that a scan did not name is not opened: %s",
    async (file) => {
      const stick = await emptyStick();
      const { outcome, asked } = await fetchWith(stick, key, { byHand: file });
      expect(outcome).toEqual(err({ code: "by-hand-unusable", file }));
      expect(asked).toEqual([]);
    },
  );
});

describe("an activation is not burnt for nothing", () => {
  test("a stick that is gone is noticed before ALAS is asked", async () => {
    const stick = await emptyStick();
    await request(stick);
    let here = true;
    const leaving: Stick = {
      root: stick.root,
      check: async () => (here ? stick.check() : err({ code: "stick-gone" })),
    };
    await read(leaving);
    const checks = { count: 0 };
    const counted: Stick = {
      root: stick.root,
      check: async () => {
        checks.count += 1;
        here = checks.count <= 2; // there while it is read, gone afterwards
        return leaving.check();
      },
    };
    const { outcome, asked } = await fetchWith(counted, key);
    expect(done(outcome)).toMatchObject([{ outcome: "failed", error: { code: "stick-gone" } }]);
    expect(asked).toEqual([]);
  });

  test("a stick that cannot be written is noticed before ALAS is asked, and its reason is looked for once", async () => {
    const stick = await emptyStick();
    const tickets: TicketId[] = [];
    for (const assetId of ["ze-208", "ze-209"]) {
      const { id, folder } = await request(stick, assetId);
      tickets.push(id);
      // What stands where the mark must go: even root cannot write then.
      await mkdir(join(stick.root, "KEYFERRY", folder, "answer.json.part"));
    }
    const looked: string[] = [];
    const context: FetchContext = {
      ...fakeContext(),
      ask: () => Promise.reject(new Error("ALAS was asked")),
      ...noMemory,
      whyUnwritable: async (_stick, refused) => {
        looked.push(refused.code);
        return { code: "stick-policy" };
      },
    };
    const results = done(await fetchHop(stick, { tickets, again: false }, context));
    expect(results).toMatchObject([{ error: { code: "stick-policy" } }, { error: { code: "stick-policy" } }]);
    expect(looked).toHaveLength(1);
  });

  test("while ALAS is being asked, the stick says that this fetch may count", async () => {
    const stick = await emptyStick();
    await request(stick);
    let meanwhile = "";
    await fetchWith(stick, async () => {
      meanwhile = (await onlyRequest(stick)).state;
      return ok(keyAnswer());
    });
    expect(meanwhile).toBe("incomplete");
  });

  test("what an earlier, cut off fetch left is not forgotten when the next one fails", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await put(stick, `KEYFERRY/${folder}/answer.json.part`, "");
    await fetchWith(stick, async () => err({ code: "net-refused" }), { tickets: [id] });
    expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete" });
  });

  test("a key that the stick does not take is kept on this computer", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    const pulled = { yes: false };
    const leaving: Stick = {
      root: stick.root,
      check: async () => (pulled.yes ? err({ code: "stick-gone" }) : stick.check()),
    };
    const ask: Ask = async () => {
      pulled.yes = true;
      return ok(keyAnswer());
    };
    const { outcome } = await fetchWith(leaving, ask, {}, home);
    const kept = join(home, "answers", id, "av_12345_A.key");
    expect(done(outcome)).toMatchObject([{ outcome: "failed", error: { code: "stick-gone" }, kept, keptIs: "key" }]);
    expect(new Uint8Array(await readFile(kept))).toEqual(KEY);
    // And the stick, back in its port, tells that something was under way.
    expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete", next: "fetch-again-knowingly" });
  });

  test("cancelled between two requests, the second one is not asked for", async () => {
    const stick = await emptyStick();
    await request(stick, "ze-208");
    await request(stick, "ze-209");
    const controller = new AbortController();
    const ask: Ask = async () => {
      controller.abort();
      return err({ code: "fetch-cancelled" });
    };
    const { outcome, asked } = await fetchWith(stick, ask, { signal: controller.signal });
    expect(asked).toHaveLength(1);
    expect(done(outcome).map((result) => result.outcome === "key" || result.error.code)).toEqual([
      "fetch-cancelled",
      "fetch-cancelled",
    ]);
  });
});
