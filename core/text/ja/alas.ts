import type { AlasTexts } from "../en/alas.ts";

const REPRESENTATIVE = "Stratus 認定サービス業者";
const SEND_ANSWER = `今すぐ ${REPRESENTATIVE}に連絡し、ALAS の応答(USB メモリの依頼フォルダにある alas-answer.txt)を渡してください。`;

export const alas = {
  listed: {
    "2.1": {
      meaning:
        "このアセット ID は顧客データベースに登録されていません。ライセンスの作成直後は、数分間この状態になります。",
      remedy: "15 分待ってから、もう一度だけ取得してください。",
      call: `再び同じエラーが返った場合は、コードとアセット ID を ${REPRESENTATIVE}に伝えてください。`,
    },
    "3.1": {
      meaning:
        "ALAS に届いた URL にアセット ID がありませんでした。URL が途中で切れたか、コンソールのライセンス キーが正しく作成されていません。",
      remedy: "コンソールでリンクのアドレスをもう一度コピーし、依頼を作成し直してください。",
      call: `新しい URL も同じであれば、${REPRESENTATIVE}に連絡してください。`,
    },
    "3.2": {
      meaning:
        "URL のアセット ID が空でした。URL が途中で切れたか、コンソールのライセンス キーのアセット ID が空白です。",
      remedy: "コンソールでリンクのアドレスをもう一度コピーし、依頼を作成し直してください。",
      call: `新しい URL も同じであれば、${REPRESENTATIVE}に連絡してください。`,
    },
    "3.3": {
      meaning: "ALAS が、キーに署名するサーバと通信できていません。メーカー側の問題です。",
      remedy: "こちらでの対応は不要です。本日中に時間をおいて、取得し直してください。",
      call: `1 日以上続く場合は、${REPRESENTATIVE}に連絡してください。`,
    },
    "3.4": {
      meaning: "ALAS がアクティベーションを記録できませんでした。メーカー側の問題です。",
      remedy: "本日中に時間をおいて、一度だけ取得し直してください。",
      call: `再び同じエラーが返った場合は、${REPRESENTATIVE}に連絡してください。`,
    },
    "3.5": {
      meaning: "このライセンスは、アクティベーション回数の上限(通常 3 回)に達しています。",
      remedy: "上限を引き上げてもらうまで、取得し直さないでください。",
      call: `今すぐ、コードとアセット ID を ${REPRESENTATIVE}に伝えてください。`,
    },
    "9.0": {
      meaning: "ALAS で、原因不明のエラーが発生しました。",
      remedy: "繰り返し試さないでください。",
      call: SEND_ANSWER,
    },
  },
  unlisted: {
    meaning: "このコードはメーカーの一覧にありません。",
    remedy: "繰り返し試さないでください。",
    call: SEND_ANSWER,
  },
} satisfies AlasTexts;
