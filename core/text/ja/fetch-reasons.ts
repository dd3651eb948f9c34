import type { NoticeTexts } from "../en/notices.ts";

/** Why a request is not fetched without a confirmation. */
export const fetchReasons = {
  "cut-off": "以前の取得が途中で中断し、アクティベーション回数を消費した可能性があります。",
  "damaged-answer":
    "USB メモリの応答が壊れています。その応答を得た取得で、アクティベーション回数を消費した可能性があります。",
  "fetched-before":
    "同じシステムまたは同じリンクを以前に取得しています。取得するたびに、アクティベーション回数を消費することがあります。",
  "limit-reached":
    "ALAS がエラー 3.5 を返しました。アクティベーション回数の上限に達しています。Stratus 認定サービス業者が上限を引き上げた場合だけ取得してください。",
  "no-asset-id": "ALAS がこのリンクからアセット ID を読み取れませんでした。同じリンクでは同じ結果になります。",
  refused: "以前の取得で ALAS がエラーを返しました。原因がなくなった場合だけ取得してください。",
  "refused-twice":
    "時間をおいて 2 回取得しましたが、ALAS はどちらにもエラー 2.1 を返しました。先に Stratus 認定サービス業者に連絡してください。",
  "retry-due": "ALAS がエラー 2.1 を返しました。待ち時間が終わったため、もう一度だけ取得できます。",
  "same-system": "同じシステムの新しい依頼が、この USB メモリにあります。",
  "wait-not-over": "ALAS がエラー 2.1 を返してから、まだ 15 分たっていません。",
} satisfies NoticeTexts["fetchReasons"];
