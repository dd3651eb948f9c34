import type { FetchTexts } from "../en/fetch-screens.ts";

const history = {
  title: "以前の取得",
  outcome: ({ outcome, alas }) =>
    ({ key: "キーを受信", refused: alas ? `エラー ${alas}` : "エラー", failed: "失敗", "cut-off": "途中で中断" })[
      outcome
    ],
  counted: { yes: "消費あり", perhaps: "消費の可能性あり", no: "消費なし" },
  knownFrom: { "this-computer": "このコンピュータの記録", stick: "USB メモリの記録" },
  older: (count) => `ほかに ${count} 件`,
  remaining: "残り回数(わかる範囲)",
  remains: (count, perhaps) => `3 回中${perhaps && count > 0 ? "最大" : ""} ${count} 回`,
  kept: (when) =>
    `このコンピュータにキーが保存されています(${when} に取得)。ALAS には接続せず、USB メモリにもう一度書き込みます。`,
} satisfies FetchTexts["history"];

const retry = {
  left: "残り時間",
  until: (time) =>
    `ALAS にこのアセット ID がまだ登録されていません(2.1)。${time} になったら、もう一度だけ取得できます。`,
  over: "15 分たちました。もう一度だけ取得できます。",
  now: "今、もう一度だけ取得してください。",
  spent:
    "時間をおいて 2 回取得しましたが、どちらも ALAS がエラー 2.1 を返しました。取得し直さず、アセット ID を Stratus 認定サービス業者に伝えてください。",
  mayLeave: "USB メモリは挿したままでも、抜いてもかまいません。Keyferry を終了しても、待ち時間は記憶されています。",
  meanwhileTitle: "待っている間にできること",
  meanwhile: [
    "ほかのシステムのキーを、この USB メモリや別の USB メモリから取得する。",
    "アセット ID を、ライセンスの書類と照合する。",
    "ライセンスがこのアセット ID で登録されているか、Stratus 認定サービス業者に確認する。",
  ],
  worthWaiting: (count, time) =>
    `${time} になると、さらに ${count} 件をもう一度取得できます。待てば、往復を 1 回減らせる可能性があります。`,
  worthRetrying: (count) => `${count} 件をもう一度取得できるようになりました。`,
} satisfies FetchTexts["retry"];

const ask = {
  title: (count) =>
    count === 1
      ? "もう一度取得しますか。アクティベーション回数を消費することがあります"
      : `${count} 件をもう一度取得しますか。アクティベーション回数を消費することがあります`,
  why: "取得するたびに、アクティベーション回数(通常 3 回)を 1 回消費することがあります。",
  goBack: "戻る",
  leaveOut: (count) => (count === 1 ? "これを除外する" : `この ${count} 件を除外する`),
  fetchAnyway: "それでも取得する",
  limitRaised: "上限が引き上げられたので取得する",
} satisfies FetchTexts["ask"];

const running = {
  done: (done, total) => `${total} 件中 ${done} 件が終了`,
  keys: (count) => `キー ${count} 件`,
  failures: (count) => `取得失敗 ${count} 件`,
  atWork: "処理中",
  all: "すべての依頼",
} satisfies FetchTexts["running"];

const support = {
  heading: "Keyferry: ALAS からキーを取得できませんでした",
  assetId: "アセット ID",
  ticket: "依頼",
  result: "結果",
  time: "時刻",
  answer: "受信した応答(このコンピュータ内)",
  earlier: "以前の取得",
} satisfies FetchTexts["support"];

export const fetch = {
  requests: "USB メモリの依頼",
  select: "取得",
  made: "作成",
  note: "メモ",
  state: "状態",
  chosenOf: (chosen, all) => `${all} 件中 ${chosen} 件を選択`,
  chooseAll: "すべて選択",
  chooseNone: "選択を解除",
  ready: "未取得",
  undecided: "判断が必要なもの",
  below: (count) => `ほかの ${count} 件は一覧の下にあります`,
  rest: (count) => `取得しないもの: ${count} 件`,
  history,
  retry,
  ask,
  refusedBefore: (code) => `前回は ALAS がエラー ${code} を返しました。原因がなくなった場合だけ取得してください。`,
  requestAgain:
    "このリンクにはアセット ID がなく、取得し直しても同じ結果になります。コンソールでリンクをもう一度コピーし、コンピュータ B で依頼を作成し直してください。",
  economy: "取得するたびに、アクティベーション回数(通常 3 回)を 1 回消費することがあります。",
  fetch: (asked, kept) => {
    if (asked === 0 && kept === 0) return "ALAS から取得する";
    if (asked === 0)
      return kept === 1 ? "保存済みのキーをもう一度書き込む" : `保存済みのキー ${kept} 件をもう一度書き込む`;
    if (asked === 1 && kept === 0) return "ALAS からキーを取得する";
    const keys = `ALAS からキーを ${asked} 件取得`;
    return kept === 0 ? `${keys}する` : `${keys}し、保存済みの ${kept} 件を書き込む`;
  },
  nothingChosen: "システムが選択されていません。",
  byHand: "手作業で保存されたリンク",
  byHandHint: "テキスト エディタで保存されたリンクです。取得するときに、Keyferry が依頼を作成します。",
  fetchByHand: (file) => `${file} のキーを取得する`,
  phases: {
    waiting: "待機中",
    asking: "ALAS に接続中",
    receiving: "応答を受信中",
    writing: "USB メモリに書き込み中",
    "reading-back": "内容を読み取って照合中",
    done: "終了",
  },
  progress: "進行状況",
  running,
  cancel: "中止",
  cancelling: "中止しています… 送信済みの依頼は、アクティベーション回数を消費した可能性があります。",
  closing: {
    question: "キーを取得しています。Keyferry を終了しますか",
    detail: "終了する前に取得を中止します。すでに送信した依頼は、アクティベーション回数を消費した可能性があります。",
    stay: "取得を続ける",
    close: "中止して終了",
  },
  results: "結果",
  summary: (keys, failed) =>
    failed === 0 ? `キー ${keys} 件をすべて取得` : `取得済み ${keys} 件、未取得 ${failed} 件`,
  keysFolded: (count) => `キー ${count} 件を表示`,
  about: (names, more, said) => `${names.join("、")}${more > 0 ? `、ほか ${more} 件` : ""}: ${said}`,
  sameFailure: (count) => `${count} 件のシステム`,
  keyFile: "キー ファイル",
  size: "サイズ",
  sha256: "SHA-256",
  fetched: "キーを取得しました",
  writtenAgain: "保存済みのキーをもう一度書き込みました",
  refused: "ALAS がエラーを返しました",
  failed: "取得できませんでした",
  counted: {
    yes: "この取得で、アクティベーション回数を 1 回消費しました。",
    perhaps: "この取得で、アクティベーション回数を 1 回消費した可能性があります。",
    no: "この取得では、アクティベーション回数を消費していません。",
    "not-asked": "ALAS には接続していないため、アクティベーション回数は消費していません。",
  },
  answerKept: "サーバの応答の控えを、このコンピュータに保存してあります:",
  keyKept:
    "キーは届いており、このコンピュータに保存してあります。USB メモリに書き込めるようになれば、ALAS に接続せずに書き込みます:",
  whatItMeans: "意味",
  whatToDo: "対処方法",
  whomToCall: "連絡先",
  copyDetails: "サポート向けの詳細をコピー",
  copyOne: "詳細をコピー",
  copyAll: (count) => `${count} 件すべての詳細をコピー`,
  copied: "コピーしました",
  support,
  backToRequests: "依頼の一覧に戻る",
  toRetry: "もう一度だけ取得する…",
} satisfies FetchTexts;
