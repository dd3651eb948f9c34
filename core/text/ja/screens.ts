import { anotherStickText } from "../another-stick-text.ts";
import type { ScreenTexts } from "../en/screens.ts";
import { untrusted } from "../untrusted.ts";
import { deliver } from "./deliver-screens.ts";
import { fetch } from "./fetch-screens.ts";
import { network } from "./network-screens.ts";
import { actions } from "./next-actions.ts";
import { notices } from "./notices.ts";
import { policy } from "./policy-screens.ts";
import { request } from "./request-screens.ts";
import { systemNames } from "./system-names.ts";

const frame = {
  youAreAt: (computer) => `現在地: コンピュータ ${computer}`,
  change: "変更",
  language: "言語",
  map: "USB メモリの移動経路",
  computer: (computer) => `コンピュータ ${computer}`,
  stick: "USB メモリ",
  carries: { request: "依頼を運ぶ", key: "キーを運ぶ" },
  steps: { request: "1 リンクの保存", fetch: "2 キーの取得", deliver: "3 キーのアップロード" },
  stepOf: (step) =>
    ({
      request: "ステップ 1 / 3: リンクの保存",
      fetch: "ステップ 2 / 3: キーの取得",
      deliver: "ステップ 3 / 3: キーのアップロード",
    })[step],
  mapStates: { done: "済み", now: "現在", next: "これから" },
  tripsLeft: (trips) => (trips === 0 ? "USB の持ち運び: 完了" : `USB の持ち運び: 残り ${trips} 回`),
  back: "戻る",
  more: "その他の設定",
  problem: "問題",
  note: "注意",
} satisfies ScreenTexts["frame"];

const computer = {
  choose: (which) => `コンピュータ ${which} です`,
  reaches: {
    B: "everRun のコンソールに接続でき、インターネットには接続できません。",
    A: "インターネットに接続できます。",
  },
  stepsAt: { B: "ステップ 1 と 3: リンクの保存、キーのアップロード", A: "ステップ 2: キーの取得" },
} satisfies ScreenTexts["computer"];

const stick = {
  title: "USB メモリ",
  folderTitle: "USB メモリの代わりのフォルダ",
  none: "挿されていません",
  noneChosen: "まだ選ばれていません",
  ejected: (name) => `${name} は取り出し済みです`,
  free: (free, size) => `空き ${free} / ${size}`,
  readOnly: "読み取り専用",
  reading: "読み取り中…",
  readingRequests: (done, total) => `読み取り中… 依頼 ${total} 件中 ${done} 件`,
  onIt: "内容",
  nothingOnIt: "Keyferry のデータはまだありません",
  foreign: (count) => `想定外のファイル ${count} 個(そのまま残します)`,
  byHandUrl: "手作業で保存されたリンク",
  byHandKey: "手作業で保存されたキー",
  unknownAssetId: "アセット ID 不明",
  server: (host) => `サーバ: ${untrusted(host)}`,
  others: "ほかのドライブ",
  choose: (name) => `${name} を使う`,
  closed: "挿されていますが、まだ使えません",
  whyClosed: { "not-mounted": "まだマウントされていません", unreadable: "応答しません(ロックまたは破損)" },
  mount: (name) => `${name} をマウントする`,
  recheck: (name) => `${name} を確認し直す`,
  opening: "マウントしています…",
  lookingForReason: "書き込めません。理由を調べています…",
  unusable: (count) => `使えないドライブ ${count} 台`,
  chooseFolder: "代わりにフォルダを選ぶ",
  readAgain: "再読み込み",
  hint: (hint) => {
    if (hint.type === "another-stick") return anotherStickText(notices, hint);
    const { type, assetIds } = hint;
    if (type === "take-to-a")
      return `この USB メモリには ${systemNames(assetIds)} の依頼が入っています。コンピュータ A へ運んでください。`;
    if (type === "take-to-b")
      return `この USB メモリには ${systemNames(assetIds)} のキーがすでに入っています。コンピュータ B へ運んでください。`;
    return `この USB メモリには ${systemNames(assetIds)} のキーが入っています。ここでアップロードできます。`;
  },
} satisfies ScreenTexts["stick"];

const checklist = {
  title: "済んだこと",
  written: "書き込みました",
  copied: "キーをコピーして照合しました",
  activated: "ライセンスがアクティベートされました",
  readBack: "書き込んだ内容を読み取って照合しました",
  removed: "取り外しました",
  toEject: "取り出してください",
  safe: "安全に取り外せます",
  bySystem: (way) => `Keyferry を使わない方法: ${way}`,
  pullOut: "取り外しました。USB メモリを抜いてください。",
  eject: (name) => `${name} を取り出す`,
  ejectAgain: (name) => `${name} をもう一度取り出す`,
  nothingToRemove: "フォルダなので、取り外すものはありません",
  done: "済み",
  open: "これから",
  howToRemove: (platform, name) => {
    if (platform === "win32")
      return `タスクバーの [ハードウェアを安全に取り外してメディアを取り出す] アイコンから ${name} の取り出しを選び、抜いてください。`;
    if (platform === "darwin") return `Finder で ${name} の横の ⏏ を押してから、抜いてください。`;
    return `ファイル マネージャで ${name} を取り出してから、抜いてください。`;
  },
} satisfies ScreenTexts["checklist"];

/** All that the window says, in Japanese. */
export const screens = {
  frame,
  actions,
  computer,
  stick,
  request,
  checklist,
  fetch,
  deliver,
  network,
  policy,
} satisfies ScreenTexts;
