import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAssetId, parseTypedAssetId, sameAssetId } from "../../../../core/link/asset-id.ts";
import { fullWidth } from "../full-width.ts";

describe("the asset ID in a URL's query", () => {
  test.each([
    ["the name that ALAS uses", "siteid=ze-207", "ze-207", "siteid"],
    ["a name in capitals", "SiteID=ze-207", "ze-207", "SiteID"],
    ["a name with an underscore", "site_id=ze-207", "ze-207", "site_id"],
    ["a name with an escaped underscore", "asset%5Fid=ze-207", "ze-207", "asset_id"],
    ["the short names last", "id=9&asset-id=ze-207&site=plant", "ze-207", "asset-id"],
    ["site before id", "id=9&site=ze-207", "ze-207", "site"],
    ["other parameters around it", "v=7.9&siteid=zetest_4700&sig=a%2Bb%3D", "zetest_4700", "siteid"],
    ["an escaped value", "siteid=%7Aze%2D207", "zze-207", "siteid"],
    ["Japanese in the value", "siteid=%E5%B7%A5%E5%A0%B41", "工場1", "siteid"],
    ["a plus for a blank", "siteid=+ze+207+", "ze 207", "siteid"],
    ["an escaped plus for a plus", "siteid=ze%2B207", "ze+207", "siteid"],
    ["a broken escape", "siteid=ze-207%2", "ze-207%2", "siteid"],
    ["escapes that are no UTF-8", "siteid=ze%FF%FE", "ze%FF%FE", "siteid"],
    ["an equals sign in the value", "siteid=ze=207", "ze=207", "siteid"],
    ["the same value twice", "siteid=ze-207&x=1&SITEID=ZE-207", "ze-207", "siteid"],
    ["a blank one under a lesser name", "siteid=ze-207&assetid=", "ze-207", "siteid"],
    ["empty pieces", "&&siteid=ze-207&", "ze-207", "siteid"],
  ])("is found with %s", (_, query, id, parameter) => {
    expect(findAssetId(query)).toEqual({ type: "found", id, parameter });
  });

  test.each([
    ["nothing behind the equals sign", "siteid=", "siteid"],
    ["no equals sign", "siteid", "siteid"],
    ["blanks only", "siteid=%20+%09", "siteid"],
    ["a full value under a lesser name", "siteid=&id=5", "siteid"],
    ["blank twice", "siteid=&siteid=", "siteid"],
    ["one of two under the same name blank", "siteid=ze-207&siteid=", "siteid"],
  ])("is blank with %s", (_, query, parameter) => {
    expect(findAssetId(query)).toEqual({ type: "blank", parameter });
  });

  test.each([
    ["the same name", "siteid=ze-207&siteid=ze-208", ["ze-207", "ze-208"]],
    ["a doubtful name", "id=1&id=2", ["1", "2"]],
    ["two clear names", "siteid=ze-207&v=7&asset_id=ze-208", ["ze-207", "ze-208"]],
    ["two clear names, the likelier one last", "Asset-ID=ze-208&SITEID=ze-207", ["ze-208", "ze-207"]],
    ["three values, one of them twice", "siteid=a1&assetid=b2&site_id=A1&asset-id=c3", ["a1", "b2", "c3"]],
  ])("is ambiguous when it differs under %s", (_, query, ids) => {
    expect(findAssetId(query)).toEqual({ type: "ambiguous", ids });
  });

  test.each(["", "&", "&&&"])("is missing when there are no parameters: %j", (query) => {
    expect(findAssetId(query)).toEqual({ type: "missing" });
  });

  test.each([
    ["no parameter looks like one", "product=everrun&v=7"],
    ["a bare value", "ze-207"],
    ["the value is too long to be one", `siteid=${"z".repeat(65)}`],
    ["the value holds a control character", "siteid=ze%00207"],
    ["the value turns the reading direction", "siteid=ze%E2%80%AE702"],
    ["the value has neither letter nor digit", "siteid=---"],
  ])("is unknown when %s", (_, query) => {
    expect(findAssetId(query)).toEqual({ type: "unknown" });
  });

  test("never fails, and what it finds always fits a ticket", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string().map((value) => `siteid=${value}`),
        ),
        (query) => {
          const finding = findAssetId(query);
          return finding.type !== "found" || (finding.id.length <= 128 && finding.id.trim() === finding.id);
        },
      ),
    );
  });
});

describe("an asset ID as it is typed", () => {
  test.each([
    ["as on the masthead", "ze-207", "ze-207", false],
    ["with blanks around", "  ze-207\t", "ze-207", false],
    ["in full-width digits", `ze-${fullWidth("207")}`, "ze-207", true],
    ["all in full-width", ` ${fullWidth("zetest_4700")} `, "zetest_4700", true],
    ["with a full-width hyphen", `ze${fullWidth("-")}207`, "ze-207", true],
    ["with the long-vowel mark for a hyphen", "ze207ー1", "ze207-1", true],
    ["with a minus sign", "ze−207", "ze-207", true],
    ["with a zero-width blank from a web page", "ze-\u200b207", "ze-207", true],
    ["in Japanese, long vowel kept", "サーバー1", "サーバー1", false],
    ["64 characters long", "z".repeat(64), "z".repeat(64), false],
  ])("is taken %s", (_, text, assetId, normalised) => {
    expect(parseTypedAssetId(text)).toEqual({ ok: true, value: { assetId, normalised } });
  });

  test.each([
    ["nothing", ""],
    ["blanks", " \u3000 "],
    ["only signs", "-_-"],
    ["a line break inside", "ze\n207"],
    ["a NUL", "ze\u0000207"],
    ["65 characters", "z".repeat(65)],
  ])("is refused: %s", (_, text) => {
    expect(parseTypedAssetId(text)).toMatchObject({ ok: false, error: { code: "asset-id-invalid" } });
  });

  test("shows at most 64 whole characters of a refused text", () => {
    const parsed = parseTypedAssetId("𠮷".repeat(10_000));
    expect(parsed).toEqual({ ok: false, error: { code: "asset-id-invalid", text: "𠮷".repeat(64) } });
  });

  test("is accepted unchanged a second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const first = parseTypedAssetId(text);
        if (!first.ok) return;
        expect(parseTypedAssetId(first.value.assetId)).toEqual({
          ok: true,
          value: { assetId: first.value.assetId, normalised: false },
        });
      }),
    );
  });
});

test.each([
  ["ze-207", "ze-207", true],
  ["ze-207", " ZE-207 ", true],
  ["ze-207", "ze-208", false],
  ["ze-207", "ze_207", false],
  ["ze-207", "ze-2070", false],
  ["ze-207", "", false],
])("%j and %j: the same system? %s", (one, other, same) => {
  expect(sameAssetId(one, other)).toBe(same);
});
