import type { RequestProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";
import { fetchReasons } from "../fetch-reasons.ts";

export const requestProblems: TextsOf<RequestProblem> = {
  usage: ({ detail }) =>
    say(`コマンドの指定に誤りがあります: ${untrusted(detail, 300)}`, "--help で使い方を確認してください。"),
  "unknown-ticket": ({ ticket }) =>
    say(
      `この USB メモリに依頼「${untrusted(ticket)}」はありません。`,
      "USB メモリをもう一度読み取り、表示された依頼の中から選んでください。",
    ),
  "already-requested": ({ ticket, elsewhere }) =>
    say(
      elsewhere === undefined
        ? `同じ URL の依頼 ${ticket} が、すでにこの USB メモリにあります。`
        : `同じ URL を、このコンピュータから別の USB メモリ${elsewhere.label === null ? "" : `(${untrusted(elsewhere.label)})`}に依頼 ${ticket} として保存済みです。`,
      "その依頼を使ってください。同じ URL で 2 回取得すると、アクティベーション回数を余分に消費することがあります。",
    ),
  "already-answered": ({ ticket }) =>
    say(`依頼 ${ticket} のキーは取得済みです。`, "USB メモリをコンピュータ B に運び、キーをアップロードしてください。"),
  "activations-used-up": ({ ticket }) =>
    say(
      `依頼 ${ticket} に対して、ALAS がエラー 3.5 を返しました。アクティベーション回数の上限に達しています。`,
      "Stratus 認定サービス業者に連絡し、上限を引き上げてもらってから、もう一度だけ取得してください。",
    ),
  "wait-not-over": ({ ticket, minutes }) =>
    say(
      `依頼 ${untrusted(ticket)} に ALAS がエラー 2.1 を返してから、まだ 15 分たっていません。`,
      `${minutes} 分後に、もう一度だけ取得してください。`,
    ),
  "confirmation-needed": ({ ticket, reason }) =>
    say(
      `依頼 ${untrusted(ticket)} の取得には確認が必要です。${fetchReasons[reason]}`,
      "USB メモリをもう一度読み取り、それでもキーが必要な場合だけ、確認してから取得してください。",
    ),
  "nothing-to-deliver": () =>
    say(
      "この USB メモリには、アクティベートされたキーがありません。",
      "先にコンピュータ A で取得し、USB メモリを持ち帰ってください。",
    ),
  "by-hand-unusable": ({ file }) =>
    say(
      `「${untrusted(file)}」は、この USB メモリに手作業で保存されたファイルの中にありません。`,
      "USB メモリをもう一度読み取り、表示されたファイルの中から選んでください。",
    ),
  "alas-code-unknown": ({ alas }) =>
    say(
      `ALAS のコード「${untrusted(alas)}」は、メーカーの一覧にありません。`,
      "番号を確認してください。ALAS が実際にこのコードを返した場合は、Stratus 認定サービス業者に伝えてください。",
    ),
  "status-unreadable": () =>
    say(
      "このテキストからライセンスのステータスを読み取れません。",
      "コンソールの [ライセンスのチェックとアクティベーション] で [ライセンスを今すぐチェック] をクリックし、表示された行をすべてコピーしてください。",
    ),
};
