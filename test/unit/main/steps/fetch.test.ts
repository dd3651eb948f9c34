import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import type { FetchProgress } from "../../../../core/step-results.ts";
import { parseAnswer } from "../../../../core/stick/records.ts";
import { saveRequest } from "../../../../main/steps/request.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { type Ask, fetchWith, givesKey, KEY, keyAnswer, textAnswer } from "../../../fixtures/fetching.ts";
import { answer, emptyStick, onlyRequest, put, request, urlOf } from "../../../fixtures/stick-folder.ts";

const filesOf = async (stick: Stick, folder: string) => (await readdir(join(stick.root, "KEYFERRY", folder))).sort();

describe("a key", () => {
  test("is asked for once, written with its record, and read back", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    const progress: FetchProgress["phase"][] = [];
    const { outcome, asked } = await fetchWith(stick, givesKey, { onProgress: ({ phase }) => progress.push(phase) });

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
    await fetchWith(stick, givesKey);
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

  test("its record names no certificate, and one that another program named is read all the same", async () => {
    const stick = await emptyStick();
    const { folder } = await request(stick);
    await fetchWith(stick, givesKey);
    const record = JSON.parse(await readFile(join(stick.root, "KEYFERRY", folder, "answer.json"), "utf8"));
    expect(Object.keys(record.server)).toEqual(["host", "status", "contentType"]);
    for (const certificateSha256 of ["ab".repeat(32), null, 7]) {
      const other = { ...record, server: { ...record.server, certificateSha256 } };
      expect(parseAnswer(JSON.stringify(other)).ok).toBe(true);
    }
  });

  test("a minimal request's answer names nobody either", async () => {
    const stick = await emptyStick();
    done(await saveRequest(stick, { pasted: urlOf("ze-207"), minimal: true, again: false }, fakeContext()));
    await fetchWith(stick, givesKey);
    const { folder } = await onlyRequest(stick);
    expect(await readFile(join(stick.root, "KEYFERRY", folder, "answer.json"), "utf8")).not.toContain("PLANT-4-HMI");
  });

  test("one that already lies there from a fetch that was cut off is not overwritten", async () => {
    const stick = await emptyStick();
    const { folder, id } = await request(stick);
    await put(stick, `KEYFERRY/${folder}/av_12345_A.key`, "half a key");
    const { outcome } = await fetchWith(stick, givesKey, { tickets: [id] });
    expect(done(outcome)[0]).toMatchObject({ keyFile: "av_12345_copy2_A.key" });
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

  test.each([
    ["Shift_JIS", Buffer.from("\x83\x47\x83\x89\x81\x5b 3.5", "latin1")],
    ["UTF-16", Buffer.from("\ufeffエラー 3.5", "utf16le")],
    ["UTF-8", Buffer.from("エラー 3.5")],
  ])("in %s can be read on the stick", async (_, bytes) => {
    const stick = await emptyStick();
    const { folder } = await request(stick);
    await fetchWith(stick, async () => ok({ ...textAnswer(""), bytes }));
    expect(await readFile(join(stick.root, "KEYFERRY", folder, "alas-answer.txt"), "utf8")).toBe("エラー 3.5");
  });

  test("in UTF-16 without a mark can be read, too", async () => {
    const stick = await emptyStick();
    const { folder } = await request(stick);
    await fetchWith(stick, async () => ok({ ...textAnswer(""), bytes: Buffer.from("Error 3.5", "utf16le") }));
    expect(await readFile(join(stick.root, "KEYFERRY", folder, "alas-answer.txt"), "utf8")).toBe("Error 3.5");
  });

  test("a second fetch replaces its record by the key's", async () => {
    const stick = await emptyStick();
    const { id } = await request(stick);
    await answer(stick, id, { refusal: { code: "2.1", name: "ALAS_UNKNOWN_SITEID" } });
    const { outcome } = await fetchWith(stick, givesKey, { tickets: [id] });
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
