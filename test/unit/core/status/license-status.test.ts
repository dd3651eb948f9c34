import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LicenseStatus, parseLicenseStatus } from "../../../../core/status/license-status.ts";
import { readStatus } from "../../../fixtures/license-status.ts";
import { threadMs } from "../../../fixtures/thread-time.ts";

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
    expect(readStatus(text)).toEqual(status);
  });

  test("as the vendor's guide prints it, with its placeholders", () => {
    const guide = `ステータス: ライセンスはアクティベートされています。nnnn 時間で有効期限が切れます
ライセンスのタイプ: Enterprise エディション (ボリューム)
有効期限: 月 dd、20yy時刻
前回のチェック: 月 dd、20yy時刻
アセット ID: asset_id`;
    expect(readStatus(guide)).toEqual({
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
      expect(readStatus(`Status: License is activated\nExpiration: ${expiry}\nAsset ID: ze-207`)).toEqual({
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
    expect(readStatus("License is activated and expires in 44 days 17 hours")).toMatchObject({
      state: "activated",
      expiresInHours: 1073,
      assetId: null,
    });
  });

  test("an asset ID alone is enough", () => {
    expect(readStatus("Asset ID: zetest_4700")).toMatchObject({ state: "unknown", assetId: "zetest_4700" });
  });
});

test.each<[string, LicenseStatus["state"]]>([
  ["License is activated", "activated"],
  ["Active", "activated"],
  ["activated, no expiry", "activated"],
  ["License has not expired and is active", "activated"],
  ["Activated, hasn't expired", "activated"],
  ["Activated, will be expired in 44 days", "activated"],
  ["Activated, 1056 hours until expired", "activated"],
  ["Activated, renewed when expired", "activated"],
  ["ライセンスはアクティベートされています", "activated"],
  ["アクティベート済み", "activated"],
  ["License expired", "expired"],
  ["License is activated but has expired", "expired"],
  ["License expired 12 hours ago", "expired"],
  ["ライセンスの有効期限が切れました", "expired"],
  ["有効期限が切れています", "expired"],
  ["期限切れ", "expired"],
  ["有効期限切れです", "expired"],
  ["期限切れになりました", "expired"],
  ["期限切れとなっています", "expired"],
  ["期限切れのため使用できません", "expired"],
  ["アクティベート済み、有効期限が切れている", "expired"],
  ["ライセンスは失効しました", "expired"],
  ["ライセンスは失効しています", "expired"],
  ["アクティベート済み、期限切れまで 1056 時間", "activated"],
  ["アクティベート済み、1056 時間で期限切れになります", "activated"],
  ["アクティベート済み、44 日後に期限切れとなる", "activated"],
  ["アクティベート済み、残り 1056 時間で期限切れ", "activated"],
  ["アクティベート済み、44 日後に有効期限切れ", "activated"],
  ["アクティベート済み、2027/1/5 に期限切れの予定", "activated"],
  ["アクティベート済み、期限切れ日 2027/1/5", "activated"],
  ["アクティベート済み、期限切れ間近", "activated"],
  ["アクティベート済み、期限切れになっていません", "activated"],
  ["アクティベート済み、期限切れではありません", "activated"],
  ["アクティベート済み、44 日後に失効します", "activated"],
  ["アクティベート済み、失効していません", "activated"],
  ["アクティベート済み、期限が切れたら更新してください", "activated"],
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
  expect(readStatus(`Status: ${words}`).state).toBe(state);
});

describe("a text without a status", () => {
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
    const start = threadMs();
    parseLicenseStatus(unit.repeat(65_536 / unit.length));
    parseLicenseStatus(`Status: ${unit.repeat(65_536 / unit.length)}`);
    expect(threadMs() - start).toBeLessThan(10_000);
  });
});
