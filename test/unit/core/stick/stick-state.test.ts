import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FolderEntry } from "../../../../core/stick/folder-entry.ts";
import type { NextStep } from "../../../../core/stick/stick-contents.ts";
import { isDeliverable, judgeRequest } from "../../../../core/stick/stick-state.ts";

const FOLDER = "ze-207-3F9A2C7K1M";
const URL = "https://alas.stratus.com/act?siteid=ze-207";
const sha = (text: string) => createHash("sha256").update(text).digest("hex");

function entry(name: string, text: string): FolderEntry {
  const line = text.replace(/\r?\n$/, "");
  return {
    name,
    type: "file",
    bytes: Buffer.byteLength(text),
    sha256: sha(text),
    text: name.endsWith(".key") ? null : text,
    line: name === "activation-url.txt" ? { bytes: Buffer.byteLength(line), sha256: sha(line) } : null,
  };
}

const url = entry("activation-url.txt", `${URL}\r\n`);
const foreignUrl = entry("activation-url.txt", "https://evil.example/?siteid=1\r\n");
const ticketText = (more: object = {}) =>
  JSON.stringify({
    format: "keyferry-ticket",
    version: 1,
    id: "3F9A2C7K1M",
    createdAt: "2026-11-24T09:30:00+09:00",
    assetId: "ze-207",
    url: { bytes: URL.length, sha256: sha(URL) },
    ...more,
  });
const ticket = entry("ticket.json", ticketText());
const key = entry("av_1_A.key", "the key");
const file = { name: key.name, bytes: key.bytes, sha256: sha("the key") };
const answerWith = (more: object) =>
  entry(
    "answer.json",
    JSON.stringify({
      format: "keyferry-answer",
      version: 1,
      ticketId: "3F9A2C7K1M",
      ticketSha256: ticket.sha256,
      fetchedAt: "2026-11-24T10:00:00+09:00",
      ...more,
    }),
  );
const answer = answerWith({ outcome: "key", file });
const refusedWith = (code: string, name = "") => answerWith({ outcome: "refused", error: { code, name } });
const deliveryWith = (more: object = {}) =>
  entry(
    "delivery.json",
    JSON.stringify({
      format: "keyferry-delivery",
      version: 1,
      ticketId: "3F9A2C7K1M",
      answerSha256: answer.sha256,
      deliveredAt: "2026-11-24T11:00:00+09:00",
      file,
      ...more,
    }),
  );
const delivery = deliveryWith();

const judge = (...entries: FolderEntry[]) => judgeRequest(FOLDER, entries);
const stateOf = (...entries: FolderEntry[]) => judge(...entries)?.request.state;
const nextOf = (...entries: FolderEntry[]) => judge(...entries)?.request.next;
const codesOf = (...entries: FolderEntry[]) => judge(...entries)?.request.problems.map(({ code }) => code);

describe("the state is the first that applies", () => {
  test.each([
    ["ticket and URL agree", [url, ticket], "requested", "fetch"],
    ["a key without its record", [url, ticket, key], "incomplete", "fetch-again-knowingly"],
    ["a half-written mark of a fetch", [url, ticket, entry("answer.json.part.part", "ALAS")], "requested", "fetch"],
    ["a half-written key", [url, ticket, entry("av_1_A.key.part", "the")], "incomplete", "fetch-again-knowingly"],
    [
      "a refusal's text without its record",
      [url, ticket, entry("alas-answer.txt", "3.5")],
      "incomplete",
      "fetch-again-knowingly",
    ],
    ["a key and its record", [url, ticket, key, answer], "answered", "deliver"],
    ["a half-written delivery", [url, ticket, key, answer, entry("delivery.json.part", "{")], "answered", "deliver"],
    ["a delivery", [url, ticket, key, answer, delivery], "delivered", "nothing"],
    ["a refusal", [url, ticket, refusedWith("3.5")], "refused", "call-support"],
    ["a key that differs", [url, ticket, entry(key.name, "other"), answer], "damaged", "fetch-again-knowingly"],
    ["an answer that is torn", [url, ticket, key, entry("answer.json", "{")], "damaged", "fetch-again-knowingly"],
    ["no ticket", [url], "damaged", "request-again"],
    ["a newer answer beside a damaged URL", [ticket, entry("answer.json", '{"version":2}')], "newer", "update"],
  ] as const)("%s", (_, entries, state, next) => {
    expect(judge(...entries)?.request).toMatchObject({ state, next });
  });
});

test.each<[string, NextStep]>([
  ["2.1", "fetch-again-knowingly"],
  ["3.1", "request-again"],
  ["3.2", "request-again"],
  ["3.3", "fetch-again-knowingly"],
  ["3.4", "fetch-again-knowingly"],
  ["3.5", "call-support"],
  ["9.0", "call-support"],
  ["7.7", "call-support"],
  ["", "call-support"],
  ["constructor", "call-support"],
])("after ALAS said %s: %s", (code, next) => {
  expect(nextOf(url, ticket, refusedWith(code, "ALAS_X"))).toBe(next);
});

describe("each record must belong to the one before it", () => {
  test.each([
    ["a ticket of another folder", [url, entry("ticket.json", ticketText({ id: "0000000000" }))], "record-foreign"],
    [
      "an answer to another ticket",
      [url, ticket, key, answerWith({ ticketId: "0000000000", outcome: "key", file })],
      "record-foreign",
    ],
    [
      "an answer to another text of the ticket",
      [url, ticket, key, answerWith({ ticketSha256: sha("x"), outcome: "key", file })],
      "record-foreign",
    ],
    [
      "a delivery of another answer",
      [url, ticket, key, answer, deliveryWith({ answerSha256: sha("x") })],
      "record-foreign",
    ],
    ["a delivery of a refusal", [url, ticket, refusedWith("3.5"), deliveryWith()], "record-foreign"],
    ["a delivery without an answer", [url, ticket, delivery], "file-missing"],
    ["a URL that is not the ticket's", [entry("activation-url.txt", `${URL}8\r\n`), ticket], "file-differs"],
    [
      "a ticket for another system",
      [url, entry("ticket.json", ticketText({ assetId: "ze-999" }))],
      "asset-id-mismatch",
    ],
    [
      "a URL to another host",
      [foreignUrl, entry("ticket.json", ticketText({ url: foreignUrl.line }))],
      "url-wrong-host",
    ],
    ["a key that is a folder", [url, ticket, { ...key, type: "other" }, answer], "file-unsafe"],
    ["a key that is too large", [url, ticket, { ...key, bytes: 2 ** 20 + 1, sha256: null }, answer], "file-too-large"],
    ["a record that is too large", [url, { ...ticket, bytes: 65_537, text: null, sha256: null }], "file-too-large"],
    ["a record that is no text", [url, { ...ticket, text: null }], "record-damaged"],
  ] as const)("%s", (_, entries, code) => {
    expect(stateOf(...entries)).toBe("damaged");
    expect(codesOf(...entries)).toContain(code);
  });
});

describe("a cut-off save of a link is no damage, and the link is saved again", () => {
  const unfinished = { state: "damaged", next: "request-again", id: null, problems: [{ code: "request-unfinished" }] };
  test.each<[string, readonly FolderEntry[]]>([
    ["the link's file is half written", [entry("activation-url.txt.part", "http")]],
    ["the link's file has 0 bytes", [entry("activation-url.txt", "")]],
    ["the link's file has its new and its temporary name", [url, entry("activation-url.txt.part", "")]],
    ["the record is missing", [url]],
    ["the record is half written", [url, entry("ticket.json.part", "{")]],
    ["the record has 0 bytes", [url, entry("ticket.json", "")]],
  ])("%s", (_, entries) => {
    expect(judge(...entries)).toMatchObject({ request: unfinished, evidence: null });
  });

  test.each<[string, readonly FolderEntry[]]>([
    ["there is a key", [url, key]],
    ["there is an answer", [url, answer]],
    ["there is the marker of a fetch", [url, entry("answer.json.part", "ALAS")]],
    ["the record is torn", [url, entry("ticket.json", "{")]],
    ["the link's file is no file", [{ ...url, type: "other" }]],
  ])("but not where %s", (_, entries) => {
    expect(stateOf(...entries)).toBe("damaged");
    expect(codesOf(...entries)).not.toContain("request-unfinished");
  });
});

test("a record that fingerprints the whole file, line end included, proves the same bytes", () => {
  const whole = entry("ticket.json", ticketText({ url: { bytes: url.bytes, sha256: url.sha256 } }));
  expect(stateOf(url, whole)).toBe("requested");
});

test("a URL file with other words is refused, even if its fingerprint matches", () => {
  const text = `see ${URL}\r\n`;
  const wordy = entry("ticket.json", ticketText({ url: { bytes: text.length, sha256: sha(text) } }));
  expect(stateOf(entry("activation-url.txt", text), wordy)).toBe("damaged");
});

test("asset IDs that differ only in case are the same system", () => {
  expect(stateOf(url, entry("ticket.json", ticketText({ assetId: "ZE-207" })))).toBe("requested");
});

test("a damaged delivery record costs no other fetch: the key is intact", () => {
  const request = judge(url, ticket, key, answer, entry("delivery.json", "{"))?.request;
  expect(request).toMatchObject({ state: "damaged", next: "deliver" });
  expect(request && isDeliverable(request)).toBe(true);
});

test("a key damaged after its delivery is not fetched again", () => {
  expect(nextOf(url, ticket, entry(key.name, "x"), answer, delivery)).toBe("nothing");
});

describe("if only the URL's file is damaged", () => {
  const harms: readonly (readonly [string, readonly FolderEntry[], string])[] = [
    ["it has 0 bytes", [entry("activation-url.txt", "")], "file-differs"],
    [
      "one letter of its host is another",
      [entry("activation-url.txt", `${URL.replace("stratus", "stratos")}\r\n`)],
      "file-differs",
    ],
    ["it is for another system", [entry("activation-url.txt", `${URL.replace("207", "208")}\r\n`)], "file-differs"],
    ["it is gone", [], "file-missing"],
    ["it is too large", [{ ...url, bytes: 8_193, text: null, sha256: null }], "file-too-large"],
  ];
  test.each(harms)("an intact key is delivered, and the damage is reported: %s", (_, found, code) => {
    const request = judge(...found, ticket, key, answer)?.request;
    expect(request).toMatchObject({ state: "damaged", next: "deliver", keyFile: file });
    expect(request?.problems).toMatchObject([{ code, file: "activation-url.txt" }]);
    expect(request && isDeliverable(request)).toBe(true);
    expect(judge(...found, ticket, key, answer, delivery)?.request).toMatchObject({ next: "deliver" });
  });

  test.each(harms)("nothing can be fetched, so a request without a key is made again: %s", (_, found) => {
    expect(judge(...found, ticket)).toMatchObject({ request: { next: "request-again" }, evidence: { url: null } });
    expect(nextOf(...found, ticket, entry(key.name, "x"), answer)).toBe("request-again");
    expect(nextOf(...found, ticket, refusedWith("2.1"))).toBe("request-again");
  });
});

test("a key whose URL the ticket itself contradicts is not delivered", () => {
  const odd = entry("ticket.json", ticketText({ url: foreignUrl.line }));
  const fitting = answerWith({ outcome: "key", file, ticketSha256: odd.sha256 });
  expect(judge(foreignUrl, odd, key, fitting)?.request).toMatchObject({ state: "damaged", next: "request-again" });
});

test("nothing may be fetched for a request whose URL or ticket cannot be trusted", () => {
  expect(judge(url)?.evidence).toBeNull();
  expect(judge(ticket)?.evidence?.url).toBeNull();
  expect(judge(url, ticket, entry("answer.json", '{"version":2}'))?.evidence).toBeNull();
  expect(judge(url, ticket, entry("answer.json", "{"))?.evidence).toMatchObject({ url: { text: URL } });
});

test("a folder without Keyferry's files is no request", () => {
  expect(judge(entry("holiday.jpg", ""))).toBeNull();
  expect(judge()).toBeNull();
});

test("any files are judged as a state, without an exception", () => {
  const name = fc.constantFrom("ticket.json", "answer.json", "delivery.json", "activation-url.txt", "av_1_A.key", "x");
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.constantFrom(ticket.text, answer.text, delivery.text, url.text, "null", "[]", "{}").map((known) => known ?? ""),
  );
  const entries = fc.array(
    fc.record({ base: fc.tuple(name, text).map(([n, t]) => entry(n, t)), other: fc.boolean(), blind: fc.boolean() }),
  );
  fc.assert(
    fc.property(entries, (made) => {
      const all = made.map(({ base, other, blind }) => ({
        ...base,
        type: other ? ("other" as const) : ("file" as const),
        ...(blind ? { text: null, sha256: null } : {}),
      }));
      const judged = judge(...all);
      if (judged?.request.state === "answered") {
        expect(all.some((one) => one.name === key.name && one.sha256 === key.sha256)).toBe(true);
      }
      expect(judged === null || judged.request.folder === FOLDER).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
