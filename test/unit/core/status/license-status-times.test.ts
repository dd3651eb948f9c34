import { expect, test } from "vitest";
import { readStatus } from "../../../fixtures/license-status.ts";
import { fullWidth } from "../full-width.ts";

test.each<[string, number | null]>([
  ["expires in 8760 hours", 8760],
  ["expires in 8,760 hours", 8760],
  ["expires in 1 hour", 1],
  ["expires in 0 hours", 0],
  ["expires in 44 days", 1056],
  ["expires in 1 day 1 hour", 25],
  ["expires in 44 days, 17 hrs", 1073],
  ["expires in 30 minutes", 0],
  ["17 hours 59 minutes left", 17],
  ["8,760 時間で有効期限が切れます", 8760],
  ["8760時間で有効期限が切れます", 8760],
  [`${fullWidth("8,760")} 時間で有効期限が切れます`, 8760],
  [`${fullWidth("44")}日${fullWidth("17")}時間で有効期限が切れます`, 1073],
  ["8\u202f760 hours", 8760],
  ["期限切れまで 1056 時間", 1056],
  ["1056 時間で期限切れになります", 1056],
  ["44 日後に失効します", 1056],
  ["will be expired in 44 days", 1056],
  ["renewal is attempted every 24 hours", null],
  ["24 時間ごとに更新されます", null],
  ["expires January 5, 2027", null],
  ["2027年1月5日に有効期限が切れます", null],
  ["no expiry", null],
])("the time left in %j is %j hours", (words, hours) => {
  expect(readStatus(`Status: activated, ${words}`).expiresInHours).toBe(hours);
});

test("the time left is also read from the expiry, which then is no date", () => {
  expect(readStatus("Status: activated\nExpires: in 44 days 17 hours")).toMatchObject({
    expiresInHours: 1073,
    expiresAt: null,
  });
});

test("an expired licence has no time left", () => {
  expect(readStatus("Status: expired 5 days ago").expiresInHours).toBeNull();
});

test.each([
  ["1月 05、2027 10:00:00", "2027-01-05T10:00:00"],
  ["1 月 5、2027 9:05", "2027-01-05T09:05:00"],
  ["12月 31、2026時刻 23:59", "12月 31、2026時刻 23:59"],
  ["12月 31、2026 午後 11:59:59", "2026-12-31T23:59:59"],
  ["12月 31, 2026 11:59 PM", "2026-12-31T23:59:00"],
  [`${fullWidth("12")}月 ${fullWidth("31")}、${fullWidth("2026")}`, "2026-12-31"],
  ["2026年12月31日 23時59分", "2026-12-31T23:59:00"],
  ["2026年12月31日(木) 午前12時05分30秒", "2026-12-31T00:05:30"],
  ["2026/12/31 23:59:59", "2026-12-31T23:59:59"],
  ["2026-12-31T23:59:59", "2026-12-31T23:59:59"],
  ["2026-12-31", "2026-12-31"],
  ["Dec 31, 2026 12:00 AM", "2026-12-31T00:00:00"],
  ["December 31, 2026, 12:30 p.m.", "2026-12-31T12:30:00"],
  ["December 31, 2026 at 11:59 PM", "2026-12-31T23:59:00"],
  ["Thursday, December 31st, 2026", "2026-12-31"],
  ["31 December 2026 23:59", "2026-12-31T23:59:00"],
  ["Dec 31, 2026 23:59:59 JST", "2026-12-31T23:59:59"],
  ["Dec 31, 2026 23:59:59 GMT+09:00", "2026-12-31T23:59:59"],
  ["February 29, 2028", "2028-02-29"],
  ["February 29, 2027", "February 29, 2027"],
  ["01/05/2027", "01/05/2027"],
  ["Dec 31, 2026 25:00", "Dec 31, 2026 25:00"],
  ["Dec 31, 2026 13:00 PM", "Dec 31, 2026 13:00 PM"],
  ["13月 1、2027", "13月 1、2027"],
  ["at the end of the year", "at the end of the year"],
])("an expiry %j is %j", (written, moment) => {
  expect(readStatus(`Status: activated\nExpiration: ${written}`).expiresAt).toBe(moment);
  expect(readStatus(`Status: activated\nLast Check: ${written}`).lastCheck).toBe(moment);
});
