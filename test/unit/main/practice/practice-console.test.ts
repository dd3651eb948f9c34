import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { practiceActivationUrl } from "../../../../main/practice/practice-activation-url.ts";
import { type PracticeConsole, startPracticeConsole } from "../../../../main/practice/practice-console.ts";
import { makePracticeKey } from "../../../../main/practice/practice-key.ts";

const NOW = new Date(2026, 10, 24, 9, 30, 0).getTime();
const LICENSE = "/preferences/product-license";
const keyOf = (assetId: string, activation: number) => makePracticeKey({ assetId, number: 12345, activation });
const rightKey = keyOf("ze-207", 1);

let now = NOW;
let practice: PracticeConsole;

beforeEach(async () => {
  now = NOW;
  practice = await startPracticeConsole({ now: () => now });
});
afterEach(() => practice.close());

const get = (path: string) => fetch(practice.url + path);
const text = async (path: string) => (await get(path)).text();
const status = async () => (await get("/status.json")).json();

function upload(
  bytes: Uint8Array,
  { bar = "activated", lang = "en", name = "av_12345_A.key" } = {},
): Promise<Response> {
  const form = new FormData();
  form.append("key", new File([new Uint8Array(bytes)], name));
  return fetch(`${practice.url}/upload/${bar}?lang=${lang}`, { method: "POST", body: form });
}

/** The rows of the status block as somebody sees and copies them. */
function rowsOf(page: string): string[] {
  const block = /<dl>(.*?)<\/dl>/s.exec(page)?.[1] ?? "";
  return [...block.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, label, value]) => `${label}${value}`);
}

test.each([
  [
    "ja",
    [
      "基本設定",
      "製品ライセンス",
      "新しいライセンス",
      "ライセンス キーのアップロード",
      "ライセンスのチェックとアクティベーション",
    ],
    ["ステップ 1: アクティベートされたライセンス キーのダウンロード", ">ライセンスのアクティベーション</a>", "参照"],
    ["ステップ 2: アクティベートされたライセンス キーのアップロード", "アップロード", "ライセンスを今すぐチェック"],
    ["練習用コンソール", "練習用です。実際のシステムではありません"],
  ],
  [
    "en",
    ["Preferences", "Product License", "New License", "Upload License Key", "License Check and Activation"],
    ["Step 1: Download Activated License Key", ">Activate License</a>", "Browse"],
    ["Step 2: Upload Activated License Key", "Upload", "Check License Now"],
    ["Practice console", "practice, not a real system"],
  ],
])("has the console's own labels in %s", async (lang, ...labels) => {
  const page = await text(`${LICENSE}?lang=${lang}`);
  expect(page).toContain(`<html lang="${lang}">`);
  for (const label of labels.flat()) expect(page).toContain(label);
});

test("leads from its first page to the licence, and says what it is on each page", async () => {
  for (const path of ["/?lang=en", "/preferences?lang=en", `${LICENSE}?lang=en`, "/elsewhere?lang=en"]) {
    expect(await text(path)).toContain("practice, not a real system");
  }
  expect(await text("/?lang=en")).toContain('href="/preferences?lang=en"');
  expect(await text("/preferences?lang=en")).toContain(`href="${LICENSE}?lang=en"`);
  expect((await get("/elsewhere")).status).toBe(404);
});

test("speaks Japanese until told otherwise, also for a language it does not know", async () => {
  expect(await text("/")).toContain('<html lang="ja">');
  expect(await text("/?lang=__proto__")).toContain('<html lang="ja">');
});

test("offers the activation URL byte for byte", async () => {
  expect(practice.activationUrl).toMatch(/^https:\/\/alas\.stratus\.com\/.*&siteid=ze-207&.*&sig=v1%2B[\w%]+=$/);
  expect(await text(LICENSE)).toContain(`href="${practice.activationUrl.replaceAll("&", "&amp;")}"`);
});

test("offers the activation URL it is given", async () => {
  const other = await startPracticeConsole({
    assetId: "zetest_4700",
    alasUrlOf: (id) => `https://alas.test/act?siteid=${id}`,
  });
  const page = await (await fetch(`${other.url}${LICENSE}`)).text();
  await other.close();
  expect(page).toContain('href="https://alas.test/act?siteid=zetest_4700"');
});

test.each([
  [
    "ja",
    ["ステータス: ライセンスはアクティベートされていません", "有効期限: -", "前回のチェック: -"],
    [
      "ステータス: ライセンスはアクティベートされています。8760 時間で有効期限が切れます",
      "ライセンスのタイプ: Enterprise エディション (ボリューム)",
      "有効期限: 11月 24、2027 09:30:00",
      "前回のチェック: 11月 24、2026 09:30:00",
      "アセット ID: ze-207",
    ],
  ],
  [
    "en",
    ["Status: License is not activated", "Expires: -", "Last Check: -"],
    [
      "Status: License is activated and expires in 8760 hours",
      "License Type: Enterprise Edition (Volume)",
      "Expires: November 24, 2027, 09:30:00",
      "Last Check: November 24, 2026, 09:30:00",
      "Asset ID: ze-207",
    ],
  ],
])("shows the status block in the guide's shape, in %s", async (lang, before, after) => {
  expect(rowsOf(await text(`${LICENSE}?lang=${lang}`))).toEqual(expect.arrayContaining(before));
  const answer = await upload(rightKey, { lang });
  expect(answer.status).toBe(200);
  expect(rowsOf(await answer.text())).toEqual(after);
  expect(rowsOf(await text(`${LICENSE}?lang=${lang}`))).toEqual(after);
});

test("remembers the key that it took", async () => {
  expect(await status()).toEqual({ activated: false, assetId: "ze-207", uploadedSha256: null });
  await upload(rightKey);
  const sha256 = createHash("sha256").update(rightKey).digest("hex");
  expect(await status()).toEqual({ activated: true, assetId: "ze-207", uploadedSha256: sha256 });
});

const WRONG = [
  ["a file with 0 bytes", Buffer.alloc(0), "The file is empty"],
  ["an error page saved as a key", Buffer.from("<html>Sign in</html>"), "is a web page"],
  ["some other file", Buffer.from("notes"), "is not a license key"],
  ["a key cut short", rightKey.subarray(0, 900), "is damaged"],
  ["the key from the e-mail", keyOf("ze-207", 0), "is not activated"],
  ["another system's key", keyOf("ze-208", 1), "is for another system. Asset ID: ze-208"],
  ["a file over 1 MiB", Buffer.alloc(1_048_577), "too large"],
] as const;

test.each(WRONG)("refuses %s and stays as it was", async (_, bytes, sentence) => {
  const before = await status();
  const answer = await upload(bytes);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(sentence);
  expect(await status()).toEqual(before);
  const inJapanese = await (await upload(bytes, { lang: "ja" })).text();
  expect(/role="alert">(.+?)</.exec(inJapanese)?.[1]).toMatch(/[ぁ-ん]/);
});

test("keeps its licence when a wrong file comes later", async () => {
  await upload(rightKey);
  const before = await status();
  await upload(keyOf("ze-208", 1));
  expect(await status()).toEqual(before);
});

test.each([
  ["no file was chosen", () => upload(Buffer.alloc(0), { name: "" })],
  [
    "the form has no file field",
    () => fetch(`${practice.url}/upload/activated?lang=en`, { method: "POST", body: new FormData() }),
  ],
  ["the body is no form", () => fetch(`${practice.url}/upload/activated?lang=en`, { method: "POST", body: "key" })],
])("asks for a file when %s", async (_, send) => {
  expect(await (await send()).text()).toContain("Choose a license .key file first");
});

test("takes the key from the e-mail under New License, and says what is still to be done", async () => {
  const bought = await get("/practice/license.key");
  expect(bought.headers.get("content-disposition")).toBe('attachment; filename="av_12345.key"');
  const answer = await upload(new Uint8Array(await bought.arrayBuffer()), { bar: "new" });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("no internet connection");
  expect(await status()).toMatchObject({ activated: false });
});

test("counts the hours down, and says when the licence has ended", async () => {
  await upload(rightKey);
  now += 30 * 3_600_000 + 1;
  expect(rowsOf(await text(`${LICENSE}?lang=en`))[0]).toContain("expires in 8730 hours");
  now = NOW + 8760 * 3_600_000;
  expect(rowsOf(await text(`${LICENSE}?lang=en`))[0]).toBe("Status: License is expired");
});

test("checks the licence when asked to", async () => {
  const answer = await fetch(`${practice.url}/check?lang=en`, { method: "POST" });
  const page = await answer.text();
  expect(page).toContain("The license was checked.");
  expect(rowsOf(page)).toContain("Last Check: November 24, 2026, 09:30:00");
});

test("escapes a hostile asset ID wherever it stands", async () => {
  const hostile = `"><script>alert('1')</script>&amp;`;
  const other = await startPracticeConsole({ assetId: hostile, alasUrlOf: (id) => `https://alas.test/?siteid=${id}` });
  for (const path of ["/", "/preferences", LICENSE]) {
    const page = await (await fetch(other.url + path)).text();
    expect(page).not.toContain("<script");
    expect(page).not.toContain('"">');
    expect(page).toContain("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;");
  }
  expect(await (await fetch(`${other.url}/status.json`)).json()).toMatchObject({ assetId: hostile });
  await other.close();
});

test("escapes the asset ID of another system's key", async () => {
  const page = await (await upload(keyOf("<b>ze", 1))).text();
  expect(page).toContain("Asset ID: &lt;b&gt;ze");
});

test("lets no script run and no other page frame it", async () => {
  const policy = (await get("/")).headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
});

test("signs each system's address alone", () => {
  expect(practiceActivationUrl("ze-208")).not.toBe(practiceActivationUrl("ze-207").replace("ze-207", "ze-208"));
});
