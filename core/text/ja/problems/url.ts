import type { UrlProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { namedCharacter, untrusted } from "../../untrusted.ts";

const COPY_AGAIN =
  "コンソールの [ライセンスのチェックとアクティベーション] を開き、ステップ 1 のリンク [ライセンスのアクティベーション](または [アクティベート済みライセンス])を右クリックして、リンク先のアドレスをコピーし、貼り付けてください。";
const CHECK_COPY = "コンソールでリンクのアドレスをもう一度コピーし、そのまま貼り付けてください。";
const COPY_OR_CALL =
  "リンクのアドレスをもう一度コピーしてください。同じ URL であれば、コンソールのライセンス キーに問題があります。Stratus 認定サービス業者に連絡してください。";

const CUT_OFF = "アドレスが途中で切れている可能性があります。";
const COPY_WHOLE_OR_CALL =
  "リンクのアドレスの全体をもう一度コピーしてください。同じ URL であれば、コンソールのライセンス キーに問題があります。Stratus 認定サービス業者に連絡してください。";

export const urlProblems: TextsOf<UrlProblem> = {
  "url-missing": () => say("何も貼り付けられていません。アクティベーション URL が必要です。", COPY_AGAIN),
  "url-not-found": () => say("このテキストにはアクティベーション URL がありません。", COPY_AGAIN),
  "url-link-text": () => say("これはリンクに表示されている文字です。リンク先のアドレスではありません。", COPY_AGAIN),
  "url-no-scheme": () => say("アドレスが「https://」で始まっていません。コピーの際に先頭が欠けました。", CHECK_COPY),
  "url-not-https": ({ scheme }) =>
    say(
      `URL が「${untrusted(scheme)}:」で始まっています。アクティベーション URL は「https:」で始まります。`,
      CHECK_COPY,
    ),
  "url-wrong-host": ({ host }) =>
    say(
      `URL の接続先は「${untrusted(host)}」で、アクティベーション サーバ alas.stratus.com ではありません。`,
      "この URL は使わないでください。アクティベートするシステムのコンソールから、リンクのアドレスをコピーしてください。",
    ),
  "url-user-info": () =>
    say("URL のホスト名の前に、ユーザー名またはパスワードが入っています。正しい URL にはありません。", CHECK_COPY),
  "url-other-port": ({ port }) =>
    say(
      `URL にポート ${untrusted(port)} が指定されています。アクティベーション サーバのポートは 443 だけです。`,
      CHECK_COPY,
    ),
  "url-ambiguous": ({ urls }) =>
    say(
      `異なる URL が ${urls.length} 個あります: ${urls.map((url) => untrusted(url)).join("、")}`,
      "このシステムの URL だけを貼り付けてください。",
    ),
  "url-too-long": ({ length, limit }) =>
    say(`${length} 文字あります。上限は ${limit} 文字です。`, "リンクのアドレスだけを貼り付けてください。"),
  "url-malformed": ({ character, cutOff }) =>
    cutOff
      ? say(
          `URL の末尾が「%」の途中で終わっています。${CUT_OFF}`,
          "リンクのアドレスの全体をもう一度コピーしてください。",
        )
      : say(
          `URL の中に、使えない文字 ${namedCharacter(character)} があります。コピーの際に壊れたと考えられます。`,
          CHECK_COPY,
        ),
  "asset-id-missing": () =>
    say(`URL にアセット ID がありません。${CUT_OFF}このままでは ALAS がエラー 3.1 を返します。`, COPY_WHOLE_OR_CALL),
  "asset-id-blank": ({ parameter, cutOff }) =>
    say(
      `URL のアセット ID(${untrusted(parameter)})が空白です。${cutOff ? CUT_OFF : ""}このままでは ALAS がエラー 3.2 を返します。`,
      cutOff ? COPY_WHOLE_OR_CALL : COPY_OR_CALL,
    ),
  "asset-id-ambiguous": ({ ids }) =>
    say(
      `URL に、異なるアセット ID があります: ${ids.map((id) => `「${untrusted(id)}」`).join("、")}。ALAS がどれをアクティベートするのかわかりません。`,
      "この URL は使わないでください。アクティベートするシステムのコンソールから、リンクのアドレスをコピーし直してください。",
    ),
  "asset-id-invalid": ({ text }) =>
    say(
      `「${untrusted(text)}」はアセット ID として使えません。`,
      "コンソールの上部に表示されているとおりに入力してください。英数字、ハイフン、下線で 1 ～ 64 文字です。",
    ),
  "asset-id-mismatch": ({ expected, found }) =>
    say(
      `この URL はアセット ID「${untrusted(found)}」のもので、「${untrusted(expected)}」のものではありません。`,
      "コンソールの上部のアセット ID と照合し、アクティベートするシステムのコンソールからリンクをコピーしてください。",
    ),
};
