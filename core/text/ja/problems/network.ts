import type { NetworkProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";

// Only ALAS knows whether it counted a request whose answer never came.
const MAY_HAVE_COUNTED =
  "この取得で、アクティベーション回数を 1 回消費した可能性があります。先に原因を調べ、そのあとで一度だけ取得し直してください。";
const SIGN_IN =
  "ネットワークのサインイン ページが割り込んでいる可能性があります。ブラウザで任意のページを開いてサインインし、取得し直してください。";

export const networkProblems: TextsOf<NetworkProblem> = {
  "net-name-not-found": ({ host }) =>
    say(
      `このネットワークでは ${untrusted(host)} という名前が見つかりません。`,
      "インターネットに接続できるコンピュータ A であること、ブラウザでほかのページが開けることを確認して、取得し直してください。",
    ),
  "net-offline": () =>
    say("このコンピュータはネットワークに接続されていません。", "インターネットに接続してから、取得し直してください。"),
  "net-refused": () =>
    say(
      "ALAS への接続が拒否されました。",
      "ファイアウォールがポート 443 を遮断している可能性があります。alas.stratus.com への通信の許可をネットワーク管理者に依頼し、取得し直してください。",
    ),
  "net-unreachable": () =>
    say(
      "このネットワークから ALAS に到達できません。",
      "インターネット接続と、ファイアウォールが alas.stratus.com のポート 443 を通すことを確認して、取得し直してください。",
    ),
  "net-reset": () => say("応答を受け取る前に、ALAS との接続が切れました。", MAY_HAVE_COUNTED),
  "net-time-out": ({ ms }) =>
    say(`ALAS の応答が ${Math.round(ms / 1000)} 秒以内に完了しませんでした。`, MAY_HAVE_COUNTED),
  "net-failed": ({ detail }) => say(`ALAS との通信に失敗しました(${untrusted(detail)})。`, MAY_HAVE_COUNTED),
  "tls-untrusted": () =>
    say(
      "サーバの証明書が信頼されていないため、相手が ALAS ではない可能性があります。何も送信していません。",
      "社内で暗号化通信を検査している場合は、その証明書をこのコンピュータにインストールしてもらうか、alas.stratus.com を検査の対象から外してもらってください。",
    ),
  "tls-expired": () =>
    say(
      "サーバの証明書は、今日の日付では有効ではありません。何も送信していません。",
      "まずこのコンピュータの日付と時刻を確認してください。正しければサーバ側の問題です。時間をおいて取得し直してください。",
    ),
  "tls-wrong-host": () =>
    say("サーバの証明書が alas.stratus.com のものではありません。何も送信していません。", SIGN_IN),
  "tls-revoked": () =>
    say(
      "サーバの証明書が発行元によって失効しているため、相手が ALAS ではない可能性があります。何も送信していません。",
      "サーバ側の問題です。Stratus 認定サービス業者に連絡し、解決したことを確認してから取得し直してください。",
    ),
  "tls-outdated": () =>
    say(
      "サーバが古い暗号化方式(TLS 1.1 以前、または弱い暗号)しか使えません。何も送信していません。",
      "ALAS 自体の方式はこれより新しいはずです。途中のプロキシやファイアウォールが暗号化し直していないか、ネットワーク管理者に確認してください。",
    ),
  "tls-failed": ({ detail }) =>
    say(
      `ALAS との安全な接続を確立できませんでした(${untrusted(detail)})。`,
      "まずこのコンピュータの日付と時刻を確認し、次に、途中で暗号化通信が変更されていないかネットワーク管理者に確認してください。",
    ),
  "tls-switched-off": ({ option }) =>
    say(
      `アクティベーションのリンクや ALAS との通信が漏れるおそれのあるオプション ${untrusted(option)} を付けて起動されています。何も送信していません。`,
      "このオプションを付けずに起動し直してください。",
    ),
  "proxy-unreachable": () =>
    say(
      "このコンピュータに設定されているプロキシが応答しないか、この接続を通しません。",
      "OS のネットワーク設定でプロキシを確認してください。ブラウザで開けるものは Keyferry でも開けます。そのあとで取得し直してください。",
    ),
  "proxy-sign-in": () =>
    say(
      "ネットワークのプロキシへのサインインができませんでした。ALAS には接続していません。",
      "取得し直して、このプロキシのユーザー名とパスワードを入力してください。わからない場合はネットワーク管理者に問い合わせてください。ブラウザでもキーを取得できます。URL は USB メモリの activation-url.txt にあります。",
    ),
  "redirect-refused": ({ to }) =>
    say(`サーバが別の場所(${untrusted(to)})を指定しました。安全のため接続していません。`, SIGN_IN),
  "redirect-loop": () =>
    say(
      "サーバが転送を繰り返し、応答にたどり着けませんでした。",
      "サーバ側の問題です。時間をおいて取得し直してください。",
    ),
  "answer-cut-off": ({ bytes }) =>
    say(`応答が ${bytes} バイトで途切れました。受け取った分は保存していません。`, MAY_HAVE_COUNTED),
  "answer-compressed": () =>
    say(
      "キーと思われるものが届きましたが、圧縮しないよう求めたにもかかわらず途中で圧縮されており、欠けていないことを確認できません。USB メモリには書き込んでいません。",
      `alas.stratus.com との通信に手を加えないよう、ネットワーク管理者に依頼してください。または、別のネットワークから取得してください。${MAY_HAVE_COUNTED}`,
    ),
  "net-not-http": ({ detail }) =>
    say(
      `応答が Web の通信規則(HTTP)に合っていないため、相手が ALAS ではない可能性があります(${untrusted(detail)})。内容は保存していません。`,
      MAY_HAVE_COUNTED,
    ),
  "http-status": ({ status }) =>
    say(
      `サーバが HTTP ステータス ${status} を返しました。ALAS のコードはありませんでした。`,
      status >= 500
        ? "サーバ側の問題です。時間をおいて取得し直してください。"
        : "コンソールでリンクのアドレスをもう一度コピーし、依頼を作成し直してください。",
    ),
  // Its remedy is shown only where the request had left this computer.
  "fetch-cancelled": () =>
    say(
      "取得を中止しました。",
      "ALAS に接続したあとで中止したため、アクティベーション回数を 1 回消費した可能性があります。キーが必要な場合だけ、取得し直してください。",
    ),
};
