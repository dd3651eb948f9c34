import type { NoticeTexts } from "../en/notices.ts";
import { fetchReasons } from "./fetch-reasons.ts";

export const notices = {
  fetchReasons,
  notices: {
    "asset-id-unknown":
      "URL からアセット ID を読み取れません。途中で切れている可能性があります。移動する前に、URL の全体をコンソールと照合してください。",
    "asset-id-not-compared":
      "アセット ID がわからないキーがあるため、指定されたアセット ID と照合していません。このシステムのキーかどうか確認してください。",
    "html-escape-in-url":
      "URL に「&amp;」が含まれています。ページのソースからコピーした可能性があります。リンクのアドレスをコピーすることをお勧めします。",
    "url-may-be-cut-off": "URL が途中で切れている可能性があります。アドレスの全体をコピーしてください。",
    "key-name-without-a":
      "キーの名前の末尾が、アクティベート済みのキーの「_A.key」ではありません。アクティベートされたキーかどうか確認してください。",
    "key-name-made-up": "ALAS がファイル名を示さなかったため、名前を付けました。",
    "key-type-unusual": "サーバはキーを Web ページとして送りましたが、中身は違います。受け取ったとおりに保存しました。",
    "key-of-another-system":
      "まったく同じキーが、以前に別のアセット ID にも発行されています。どちらかが別のシステムのキーです。この場を離れる前に、両方の URL をコンソールと照合してください。",
    "key-number-of-another":
      "キーの名前の番号が、別のアセット ID のキーと同じです。別のシステムのキーの可能性があります。URL をコンソールと照合してください。",
    "key-number-changed":
      "キーの名前の番号が、このシステムの前回のキーと異なります。このシステムの URL かどうか確認してください。",
    "key-names-another-system":
      "キーの中に、このシステムではなく、この USB メモリにある別のアセット ID が書かれています。別のシステムのキーの可能性があります。URL をコンソールと照合してください。",
    "key-without-record":
      "このキーがどこから来たかを示す記録が USB メモリにありません。このシステムのキーかどうか確認してください。",
    "next-step-not-written": "NEXT-STEP.txt を更新できませんでした。依頼そのものは正しく保存されています。",
    "another-stick": "このコンピュータで最後に依頼を書き込んだ USB メモリではありません。",
    "delivery-not-recorded": "USB メモリに書き込めないため、コピーの記録を残せませんでした。キーはコピー済みです。",
    "key-kept-on-this-computer":
      "キーは届いており、このコンピュータに保存してあります。アクティベーションは失われていません。USB メモリに書き込めるようになったら、このコンピュータでもう一度取得してください。ALAS には接続せず、保存済みのキーを書き込みます。",
    "key-from-this-computer":
      "以前の取得で保存してあったキーを、もう一度書き込みました。ALAS には接続していないため、アクティベーション回数は消費していません。",
    "fetched-before":
      "このコンピュータと USB メモリの記録によると、このシステムは以前にも取得されています。取得するたびに、アクティベーション回数を 1 回消費することがあります。",
    "may-have-counted": "この取得で、アクティベーション回数を 1 回消費した可能性があります。",
  },
  anotherStick: (label, date, assetId) =>
    `${date} に${assetId ? ` ${assetId} の` : ""}依頼を書き込んだ USB メモリではありません。${label ? `「${label}」` : "もう 1 本の USB メモリ"}を探してください。`,
  trims: {
    "white-space": "前後の空白",
    quotes: "引用符",
    "angle-brackets": "山括弧",
    "invisible-characters": "目に見えない文字",
    words: "前後の文章",
    "line-breaks": "途中の改行",
  },
  driveReasons: {
    system: "このコンピュータのシステム ディスクです",
    internal: "このコンピュータの内蔵ディスクです",
    "no-medium": "カード リーダーにカードが入っていません",
    "not-mounted": "挿されていますが、マウントされていません。ファイル マネージャで一度開いてください",
    unreadable: "ロックされているか、壊れています。ロックを解除するか、別の USB メモリを使ってください",
    large: "USB メモリとしては容量が大きめです。正しいドライブかどうか確認してください",
  },
  states: {
    requested: "依頼済み",
    answered: "キー取得済み",
    refused: "ALAS のエラー",
    incomplete: "取得が途中で中断",
    damaged: "破損",
    delivered: "コピー済み",
    newer: "新しい Keyferry で作成",
  },
  unfinished: "保存が未完了 (リンクを再保存)",
  nextSteps: {
    fetch: "USB メモリをコンピュータ A に運び、キーを取得してください。",
    "fetch-again-knowingly":
      "コンピュータ A で取得し直してください。前回の取得で、アクティベーション回数を 1 回消費した可能性があります。",
    deliver: "USB メモリをコンピュータ B に運び、キーをアップロードしてください。",
    "call-support": "Stratus 認定サービス業者に連絡してください。取得し直しても解決しません。",
    "request-again": "コンピュータ B で依頼を作成し直してください。",
    update: "新しい Keyferry を使ってください。",
    nothing: "完了しています。",
  },
} satisfies NoticeTexts;
