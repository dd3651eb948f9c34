import type { AlasTexts } from "../alas-texts.ts";

const REPRESENTATIVE = "Stratus のサービス担当(認定サービス業者)";

export const alas: AlasTexts = {
  listed: {
    "2.1": {
      meaning:
        "このアセット ID は顧客データベースに登録されていません。ライセンスの作成直後は、数分間この状態になります。",
      remedy: "15 分待ってから、もう一度だけ取得してください。",
      call: `再び拒否された場合は、コードとアセット ID を ${REPRESENTATIVE}に伝えてください。`,
    },
    "3.1": {
      meaning:
        "ALAS に届いた URL にアセット ID がありませんでした。URL が途中で切れたか、コンソールのライセンス キーが正しく作られていません。",
      remedy: "コンソールでリンクのアドレスをもう一度コピーし、依頼を作り直してください。",
      call: `新しい URL も同じであれば、${REPRESENTATIVE}に連絡してください。`,
    },
    "3.2": {
      meaning:
        "URL のアセット ID が空でした。URL が途中で切れたか、コンソールのライセンス キーのアセット ID が空白です。",
      remedy: "コンソールでリンクのアドレスをもう一度コピーし、依頼を作り直してください。",
      call: `新しい URL も同じであれば、${REPRESENTATIVE}に連絡してください。`,
    },
    "3.3": {
      meaning: "ALAS が、キーに署名するサーバと通信できていません。メーカー側の問題です。",
      remedy: "こちらで直すところはありません。本日中に時間をおいて、取得し直してください。",
      call: `1 日以上続く場合は、${REPRESENTATIVE}に連絡してください。`,
    },
    "3.4": {
      meaning: "ALAS がアクティベーションを記録できませんでした。メーカー側の問題です。",
      remedy: "本日中に時間をおいて、一度だけ取得し直してください。",
      call: `再び拒否された場合は、${REPRESENTATIVE}に連絡してください。`,
    },
    "3.5": {
      meaning: "このライセンスは、アクティベーション回数の上限(通常 3 回)に達しています。",
      remedy: "取得し直さないでください。上限は引き上げてもらえます。そのあとで取得してください。",
      call: `今すぐ、コードとアセット ID を ${REPRESENTATIVE}に伝えてください。`,
    },
    "9.0": {
      meaning: "ALAS で、原因のわからないエラーが発生しました。",
      remedy: "繰り返し試さないでください。ALAS の応答は、依頼と同じフォルダの alas-answer.txt にあります。",
      call: `今すぐ、そのファイルを添えて ${REPRESENTATIVE}に連絡してください。`,
    },
  },
  unlisted: {
    meaning: "このコードはメーカーの一覧にありません。",
    remedy: "繰り返し試さないでください。ALAS の応答は、依頼と同じフォルダの alas-answer.txt にあります。",
    call: `今すぐ、そのファイルを添えて ${REPRESENTATIVE}に連絡してください。`,
  },
};
