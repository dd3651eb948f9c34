import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LicenseStatus, parseLicenseStatus } from "../../../../core/status/license-status.ts";
import { fullWidth } from "../full-width.ts";

function read(text: string): LicenseStatus {
  const parsed = parseLicenseStatus(text);
  if (!parsed.ok) throw new Error(`unreadable: ${text}`);
  return parsed.value;
}

const JAPANESE = `
ステータス: ライセンスはアクティベートされています。1,057 時間で有効期限が切れます
ライセンスのタイプ: Enterprise エディション (ボリューム)
有効期限: 1月 05、2027 10:00:00
前回のチェック: 11月 24、2026 9:30:00
アセット ID: ze-207
`;
const ENGLISH = `
Status: License is activated and expires in 44 days 17 hours
License Type: Enterprise Edition (Volume)
Expiration: January 5, 2027 10:00:00 AM
Last Check: November 24, 2026 9:30:00 PM
Asset ID: ze-207
`;

describe("the console's status block", () => {
  const japanese: LicenseStatus = {
    state: "activated",
    expiresInHours: 1057,
    expiresAt: "2027-01-05T10:00:00",
    type: "Enterprise エディション (ボリューム)",
    lastCheck: "2026-11-24T09:30:00",
    assetId: "ze-207",
  };
  const english: LicenseStatus = {
    state: "activated",
    expiresInHours: 44 * 24 + 17,
    expiresAt: "2027-01-05T10:00:00",
    type: "Enterprise Edition (Volume)",
    lastCheck: "2026-11-24T21:30:00",
    assetId: "ze-207",
  };

  test.each([
    ["in Japanese", JAPANESE, japanese],
    ["in English", ENGLISH, english],
    ["with full-width colons", JAPANESE.replace(/: /g, "："), japanese],
    ["with tabs out of a table", ENGLISH.replace(/: /g, "\t"), english],
    ["with columns of blanks", ENGLISH.replace(/: /g, "    "), english],
    ["with Windows line ends and indents", ENGLISH.replace(/\n/g, "\r\n  \u3000"), english],
    ["with the values on the next lines", JAPANESE.replace(/: /g, "\n\n  "), japanese],
    ["with a colon and the values on the next lines", ENGLISH.replace(/: /g, ":\n"), english],
    ["in another order", ENGLISH.trim().split("\n").reverse().join("\n"), english],
    ["as a list", ENGLISH.trim().replace(/^/gm, "• "), english],
    ["in capitals", ENGLISH.replace(/^[\w ]+:/gm, (label) => label.toUpperCase()), english],
    [
      "with the page around it",
      `製品ライセンス\nライセンスのチェックとアクティベーション${JAPANESE}ライセンスを今すぐチェック\n参照 アップロード`,
      japanese,
    ],
    ["under a heading of the same word", `Status\n${ENGLISH}`, english],
    ["with a status over two lines", JAPANESE.replace("。", "。\n"), japanese],
    ["twice: the first", `${ENGLISH}\n${ENGLISH.replaceAll("ze-207", "ze-208")}`, english],
  ])("is read %s", (_, text, status) => {
    expect(read(text)).toEqual(status);
  });

  test("as the vendor's guide prints it, with its placeholders", () => {
    const guide = `ステータス: ライセンスはアクティベートされています。nnnn 時間で有効期限が切れます
ライセンスのタイプ: Enterprise エディション (ボリューム)
有効期限: 月 dd、20yy時刻
前回のチェック: 月 dd、20yy時刻
アセット ID: asset_id`;
    expect(read(guide)).toEqual({
      state: "activated",
      expiresInHours: null,
      expiresAt: "月 dd、20yy時刻",
      type: "Enterprise エディション (ボリューム)",
      lastCheck: "月 dd、20yy時刻",
      assetId: "asset_id",
    });
  });

  test.each(["", "-", "なし", "無期限", "Never", "N/A", "none", "No expiration"])(
    "a permanent licence has no expiry: %j",
    (expiry) => {
      expect(read(`Status: License is activated\nExpiration: ${expiry}\nAsset ID: ze-207`)).toEqual({
        state: "activated",
        expiresInHours: null,
        expiresAt: null,
        type: null,
        lastCheck: null,
        assetId: "ze-207",
      });
    },
  );

  test("a sentence alone is enough", () => {
    expect(read("License is activated and expires in 44 days 17 hours")).toMatchObject({
      state: "activated",
      expiresInHours: 1073,
      assetId: null,
    });
  });

  test("an asset ID alone is something", () => {
    expect(read("Asset ID: zetest_4700")).toMatchObject({ state: "unknown", assetId: "zetest_4700" });
  });
});

test.each<[string, LicenseStatus["state"]]>([
  ["License is activated", "activated"],
  ["Active", "activated"],
  ["activated, no expiry", "activated"],
  ["License has not expired and is active", "activated"],
  ["ライセンスはアクティベートされています", "activated"],
  ["アクティベート済み", "activated"],
  ["License expired", "expired"],
  ["License is activated but has expired", "expired"],
  ["License expired 12 hours ago", "expired"],
  ["ライセンスの有効期限が切れました", "expired"],
  ["有効期限が切れています", "expired"],
  ["期限切れ", "expired"],
  ["License is not activated", "not-activated"],
  ["Not yet activated", "not-activated"],
  ["License has not been activated", "not-activated"],
  ["Inactive", "not-activated"],
  ["No license", "not-activated"],
  ["Activation required", "not-activated"],
  ["ライセンスはアクティベートされていません", "not-activated"],
  ["未アクティベート", "not-activated"],
  ["アクティベーションが必要です", "not-activated"],
  ["Checking…", "unknown"],
  ["確認中", "unknown"],
])("a status %j is %s", (words, state) => {
  expect(read(`Status: ${words}`).state).toBe(state);
});

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
  ["renewal is attempted every 24 hours", null],
  ["24 時間ごとに更新されます", null],
  ["expires January 5, 2027", null],
  ["2027年1月5日に有効期限が切れます", null],
  ["no expiry", null],
])("the time left in %j is %j hours", (words, hours) => {
  expect(read(`Status: activated, ${words}`).expiresInHours).toBe(hours);
});

test("the time left is also read from the expiry, which then is no moment", () => {
  expect(read("Status: activated\nExpires: in 44 days 17 hours")).toMatchObject({
    expiresInHours: 1073,
    expiresAt: null,
  });
});

test("an expired licence has no time left", () => {
  expect(read("Status: expired 5 days ago").expiresInHours).toBeNull();
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
  expect(read(`Status: activated\nExpiration: ${written}`).expiresAt).toBe(moment);
  expect(read(`Status: activated\nLast Check: ${written}`).lastCheck).toBe(moment);
});

describe("what is no status", () => {
  test.each(["", " \r\n", "https://alas.stratus.com/act?siteid=ze-207", "ライセンスを今すぐチェック", "Hello: world"])(
    "is unreadable: %j",
    (text) => {
      expect(parseLicenseStatus(text)).toEqual({ ok: false, error: { code: "status-unreadable" } });
    },
  );

  test("never makes the reader fail", () => {
    const piece = fc.constantFrom(
      "Status",
      "有効期限",
      "Asset ID",
      ":",
      "：",
      "\n",
      "\t",
      " ",
      "activated",
      "expired",
      "44 days",
      "2027年1月5日",
      "Jan 5, 2027",
      "10:00 PM",
      "99999999999",
      "時間",
      ",",
      "-",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const parsed = parseLicenseStatus(pasted);
        if (!parsed.ok) return;
        const { expiresInHours } = parsed.value;
        expect(expiresInHours === null || (Number.isSafeInteger(expiresInHours) && expiresInHours >= 0)).toBe(true);
        for (const value of [parsed.value.expiresAt, parsed.value.type, parsed.value.lastCheck, parsed.value.assetId]) {
          expect(value).not.toBe("");
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([" ", "1", "Status:", "Status\n", "1,", "not ", "\t", "a: "])("64 Ki of %j are read soon", (unit) => {
    const start = performance.now();
    parseLicenseStatus(unit.repeat(65_536 / unit.length));
    parseLicenseStatus(`Status: ${unit.repeat(65_536 / unit.length)}`);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
