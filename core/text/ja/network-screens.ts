import type { NetworkTexts } from "../en/network-screens.ts";
import { untrusted } from "../untrusted.ts";

const signIn = {
  title: "プロキシへのサインインが必要です",
  lead: "このネットワークでは、プロキシにサインインしないと ALAS に接続できません。ALAS にはまだ接続していません。",
  proxy: "プロキシ",
  realm: "プロキシの表示名",
  name: "ユーザー名",
  password: "パスワード",
  notAccepted: "プロキシに受け付けられなかったか、このユーザーには許可されていません。",
  triesLeft: (tries) =>
    `${tries === 1 ? "次が最後の入力です" : `あと ${tries} 回入力できます`}。何度も間違えると、アカウントがロックされることがあります。`,
  kept: "Keyferry を終了するまでメモリにだけ保持し、このプロキシ以外には渡しません。",
  way: {
    basic:
      "このプロキシにはパスワードが暗号化されずに送られます(Basic 認証)。プロキシまでの通信を傍受できる人に読まれるおそれがあります。",
    other:
      "パスワードがそのまま読める形で送られることはありません。Windows ドメインの場合は「ドメイン名\\ユーザー名」の形で入力してください。",
  },
  signIn: "サインインする",
  cancel: "サインインしない",
} satisfies NetworkTexts["signIn"];

const CHECK_AGAIN = "そのあとで、もう一度確認してください。";
const ASK_ADMIN = "alas.stratus.com のポート 443 への通信の許可を、ネットワーク管理者に依頼してください。";
const SIGN_IN =
  "ネットワークのサインイン ページが割り込んでいる可能性があります。ブラウザで任意のページを開いてサインインしてください。";

const reach = {
  question: "このコンピュータから ALAS に接続できますか",
  check: "ALAS への接続を確認する",
  checkAgain: "もう一度確認する",
  checking: "ALAS への接続を確認しています…",
  costsNothing:
    "アクティベーション回数は消費しません。サーバの先頭ページのヘッダーだけを要求し、アセット ID など依頼の内容は送信しません。",
  reached: "このコンピュータから ALAS に接続できます。",
  elsewhere: "サーバは応答しましたが、別の場所を指定しています。最後の項目を確認してください。",
  notReached: (step) => `このコンピュータから ALAS に接続できません。問題の箇所: ${step}`,
  steps: {
    proxy: "プロキシ",
    name: "名前の解決(DNS)",
    connection: "接続",
    tls: "サーバの確認(TLS)",
    answer: "応答",
  },
  states: { ok: "正常", care: "要確認", failed: "失敗", open: "未確認", left: "対象外" },
  detail: (detail) => {
    switch (detail.type) {
      case "direct":
        return "なし: OS の設定では、プロキシを通さず直接接続します。";
      case "proxies":
        return `OS の設定により ${untrusted(detail.proxies.join("、"))} を使います。${detail.orDirect ? "応答がなければ直接接続します。" : ""}`;
      case "addresses":
        return `アドレス: ${untrusted(detail.addresses.join("、"))}`;
      case "left-to-proxy":
        return "名前の解決はプロキシが行います。";
      case "status":
        return `ALAS が応答しました(HTTP ステータス ${detail.status})。この確認では、どのステータスでも問題ありません。`;
      case "redirect":
        return `サーバは応答しましたが、別の場所(${untrusted(detail.to)})を指定しました。そこへは接続していません。ネットワークのサインイン ページの場合は、取得の前にブラウザで任意のページを開いてサインインしてください。`;
    }
  },
  remedies: {
    "net-name-not-found": `インターネットに接続できるコンピュータ A であること、ブラウザでほかのページが開けることを確認してください。${CHECK_AGAIN}`,
    "net-offline": `このコンピュータをインターネットに接続してください。${CHECK_AGAIN}`,
    "net-refused": `ファイアウォールがポート 443 を遮断している可能性があります。${ASK_ADMIN}${CHECK_AGAIN}`,
    "net-unreachable": `インターネット接続を確認してください。ブラウザでほかのページが開けるなら、ファイアウォールが遮断している可能性があります。${ASK_ADMIN}${CHECK_AGAIN}`,
    "net-reset": `ファイアウォールが接続を切断している可能性があります。${ASK_ADMIN}${CHECK_AGAIN}`,
    "net-time-out": `ファイアウォールが応答せずに通信を破棄している可能性があります。${ASK_ADMIN}${CHECK_AGAIN}`,
    "net-failed": `ブラウザでほかのページが開けることを確認し、開ける場合はこのエラーをネットワーク管理者に伝えてください。${CHECK_AGAIN}`,
    "net-not-http": `ALAS までの経路の途中で、別の機器が応答しています。このエラーをネットワーク管理者に伝えてください。${CHECK_AGAIN}`,
    "tls-untrusted": `${SIGN_IN}社内で暗号化通信を検査している場合は、その証明書をこのコンピュータにインストールしてもらうか、alas.stratus.com を検査の対象から外してもらってください。${CHECK_AGAIN}`,
    "tls-wrong-host": `${SIGN_IN}${CHECK_AGAIN}`,
    "proxy-unreachable": `OS のネットワーク設定でプロキシを確認してください。ブラウザで開けるものは Keyferry でも開けます。${CHECK_AGAIN}`,
    "proxy-sign-in":
      "もう一度確認し、このネットワークのプロキシのユーザー名とパスワードを入力してください。わからない場合はネットワーク管理者に問い合わせてください。",
  },
} satisfies NetworkTexts["reach"];

export const network = { signIn, reach } satisfies NetworkTexts;
