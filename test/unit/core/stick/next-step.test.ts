import { expect, test } from "vitest";
import { nextStepText } from "../../../../core/stick/next-step.ts";
import type { StickRequest } from "../../../../core/stick/stick-contents.ts";

const request: StickRequest = {
  id: null,
  folder: "ze-207-3F9A2C7K1M",
  ticketSha256: null,
  urlSha256: null,
  host: null,
  assetId: "ze-207",
  state: "requested",
  next: "fetch",
  problems: [],
  keyFile: null,
  refusal: null,
  note: null,
  createdAt: "2026-11-24T09:30:00+09:00",
  fetchedAt: null,
  deliveredAt: null,
};

test("begins with a byte order mark, and every line ends as Notepad wants it", () => {
  const text = nextStepText([request]);
  expect(text.startsWith("\uFEFFKeyferry")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("names the next computer, the system and the state in both languages, Japanese first", () => {
  const text = nextStepText([request]);
  expect(text).toMatch(/コンピュータ A[\s\S]*ze-207 \| 依頼済み[\s\S]*Computer A[\s\S]*ze-207 \| requested/);
  expect(text).toContain("2026-11-24T09:30:00+09:00");
  expect(text).toContain("activation-url.txt");
});

test("counts the requests that wait for the same step", () => {
  const text = nextStepText([request, request, { ...request, state: "answered", next: "deliver" }]);
  expect(text).toMatch(/\(2 件\)/);
  expect(text).toMatch(/\(1 of them\)/);
});

test("a stick without requests says where the link is saved", () => {
  expect(nextStepText([])).toMatch(/コンピュータ B でリンクを保存[\s\S]*save the link at Computer B/);
});

test("text from the stick cannot look like a line of Keyferry", () => {
  const forged = { ...request, ticketSha256: null, urlSha256: null, host: null, assetId: "x\r\n■ 完了\u202e" };
  expect(nextStepText([forged])).not.toMatch(/^■ 完了/m);
  expect(nextStepText([forged])).not.toContain("\u202e");
});
