import type { RequestProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";

export const requestProblems: TextsOf<RequestProblem> = {
  usage: ({ detail }) =>
    say(`コマンドの指定に誤りがあります: ${untrusted(detail, 300)}`, "--help で使い方を確認してください。"),
  "unknown-ticket": ({ ticket }) =>
    say(
      `この USB メモリに依頼「${untrusted(ticket)}」はありません。`,
      "scan で依頼の一覧を確認し、その中の番号を指定してください。",
    ),
  "already-requested": ({ ticket }) =>
    say(
      `同じ URL の依頼 ${ticket} が、すでにこの USB メモリにあります。`,
      "その依頼を使ってください。同じ URL で 2 回取得すると、アクティベーション回数を余分に消費することがあります。もう一度書き込む場合は、明示的に指定してください(--again)。",
    ),
  "already-answered": ({ ticket }) =>
    say(`依頼 ${ticket} のキーは取得済みです。`, "USB メモリをコンピュータ B に運び、キーを渡してください。"),
  "activations-used-up": ({ ticket }) =>
    say(
      `依頼 ${ticket} は ALAS にエラー 3.5 で拒否されました。アクティベーション回数の上限に達しています。`,
      "サービス業者に連絡し、上限を引き上げてもらってください。そのあとで、もう一度だけ取得してください(--ticket と --again)。",
    ),
  "nothing-to-deliver": () =>
    say(
      "この USB メモリには、アクティベートされたキーがありません。",
      "先にコンピュータ A で取得し、USB メモリを持ち帰ってください。",
    ),
  "by-hand-unusable": ({ file }) =>
    say(
      `「${untrusted(file)}」は、この USB メモリに手作業で保存されたファイルの中にありません。`,
      "scan の結果の byHand を確認し、そこに書かれているとおりにファイルを指定してください。",
    ),
  "alas-code-unknown": ({ alas }) =>
    say(
      `ALAS のコード「${untrusted(alas)}」は、メーカーの一覧にありません。`,
      "番号を確認してください。ALAS が実際にこのコードを返した場合は、サービス業者に伝えてください。",
    ),
  "status-unreadable": () =>
    say(
      "このテキストからライセンスのステータスを読み取れません。",
      "コンソールの [ライセンスのチェックとアクティベーション] で [ライセンスを今すぐチェック] をクリックし、表示された行をすべてコピーしてください。",
    ),
};
