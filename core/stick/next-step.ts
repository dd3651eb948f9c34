import { consoleLabels } from "../text/console-labels.ts";
import { notices as en, type NoticeTexts } from "../text/en/notices.ts";
import { notices as ja } from "../text/ja/notices.ts";
import { stateText } from "../text/state-text.ts";
import { untrusted } from "../text/untrusted.ts";
import type { NextStep, StickRequest } from "./stick-contents.ts";
import { stickFiles } from "./stick-layout.ts";

// Steps for a person come first, finished requests last.
const ORDER: readonly NextStep[] = [
  "fetch",
  "deliver",
  "fetch-again-knowingly",
  "request-again",
  "call-support",
  "update",
  "nothing",
];

const BOM = "\uFEFF"; // without it, Notepad on an old Windows reads UTF-8 as the local encoding

const TITLE = "Keyferry - ";

/** Whether Keyferry wrote this text of a NEXT-STEP.txt, whatever the stick's state. */
export const isNextStepText = (text: string): boolean => text.startsWith(BOM + TITLE);

/**
 * Returns the text of NEXT-STEP.txt: the next step, its computer, and how to go on without Keyferry. Japanese,
 * then English; UTF-8 with a byte order mark, CRLF. Times are shown as recorded.
 */
export function nextStepText(requests: readonly StickRequest[]): string {
  const lines = [...japanese(requests), "", "-".repeat(60), "", ...english(requests), ""];
  return BOM + lines.join("\r\n");
}

const japanese = (requests: readonly StickRequest[]): readonly string[] => [
  `${TITLE}次の手順`,
  "",
  "この USB メモリは、everRun / ztC Edge のライセンスをアクティベートするために 2 台の間を行き来します。",
  "  コンピュータ B: everRun 可用性コンソールを開けるコンピュータ (インターネットなし)",
  "  コンピュータ A: インターネットに接続できるコンピュータ",
  "",
  "■ 次にすること",
  ...steps(requests, ja, (count) => `${count} 件`, "依頼はありません。コンピュータ B でリンクを保存します。"),
  "",
  "■ 依頼の一覧",
  ...table(requests, ja, "アセット ID 不明"),
  "",
  "■ Keyferry がない場合 (手作業)",
  "コンピュータ A:",
  `  1. 依頼のフォルダにある ${stickFiles.url} をメモ帳で開き、URL 全体をコピーします。`,
  "  2. ブラウザのアドレス欄に貼り付けて Enter を 1 回だけ押します。開くたびに、アクティベーション",
  "     回数 (通常 3 回) を 1 回消費することがあります。",
  "  3. ダウンロードされた .key ファイルを、開かずに同じフォルダへ保存します。名前は変えません。",
  "  4. USB メモリを安全に取り外します。",
  "コンピュータ B:",
  `  1. コンソールで [${consoleLabels.ja.preferences}] - [${consoleLabels.ja.productLicense}] - [${consoleLabels.ja.checkAndActivation}] を開きます。`,
  `  2. [${consoleLabels.ja.step2}] の [${consoleLabels.ja.browse}] で .key ファイルを選び、[${consoleLabels.ja.upload}] をクリックします。`,
  "番号 (2.1、3.5 など) が表示された場合は、再試行せず、番号を控えて Stratus 認定サービス業者に連絡します。",
];

const english = (requests: readonly StickRequest[]): readonly string[] => [
  `${TITLE}next step`,
  "",
  "This stick travels between two computers to activate an everRun / ztC Edge licence.",
  "  Computer B: opens the everRun Availability Console (no internet)",
  "  Computer A: reaches the internet",
  "",
  "* What to do next",
  ...steps(requests, en, (count) => `${count} of them`, "There are no requests: save the link at Computer B."),
  "",
  "* The requests",
  ...table(requests, en, "asset ID unknown"),
  "",
  "* Without Keyferry, by hand",
  "Computer A:",
  `  1. Open ${stickFiles.url} in the request's folder with Notepad and copy the whole URL.`,
  "  2. Paste it into a browser's address bar and press Enter once. Each time may use one of the activations",
  "     (usually 3).",
  "  3. Save the .key file that is downloaded into the same folder. Do not open or rename it.",
  "  4. Eject the stick.",
  "Computer B:",
  `  1. In the console open [${consoleLabels.en.preferences}] - [${consoleLabels.en.productLicense}] - [${consoleLabels.en.checkAndActivation}].`,
  `  2. Under [${consoleLabels.en.step2}] choose the .key file with [${consoleLabels.en.browse}], then click [${consoleLabels.en.upload}].`,
  "If a number appears instead (2.1, 3.5, ...), do not try again: note it and tell your service representative.",
];

/** Lists the next steps, with their numbers of requests. */
function steps(
  requests: readonly StickRequest[],
  { nextSteps }: NoticeTexts,
  counted: (count: number) => string,
  none: string,
): readonly string[] {
  if (requests.length === 0) return [`  ${none}`];
  return ORDER.flatMap((step) => {
    const count = requests.filter(({ next }) => next === step).length;
    return count === 0 ? [] : [`  - ${nextSteps[step]}${requests.length > 1 ? ` (${counted(count)})` : ""}`];
  });
}

/** Lists the requests, one per line. Text from the stick is untrusted: it must not look like Keyferry's own. */
const table = (requests: readonly StickRequest[], texts: NoticeTexts, unknown: string): readonly string[] =>
  requests.map((request) => {
    const { folder, assetId, deliveredAt, fetchedAt, createdAt } = request;
    const time = deliveredAt ?? fetchedAt ?? createdAt;
    const cells = [assetId ?? unknown, stateText(texts, request), folder, ...(time === null ? [] : [time])];
    return `  ${cells.map((cell) => untrusted(cell)).join(" | ")}`;
  });
