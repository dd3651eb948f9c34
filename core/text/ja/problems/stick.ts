import type { StickProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

export const stickProblems: TextsOf<StickProblem> = {
  "stick-not-found": () =>
    say(
      "指定した場所に USB メモリまたはフォルダがありません。",
      "USB メモリを挿入し、場所をもう一度確認してください。",
    ),
  "stick-gone": () => say("USB メモリが抜かれました。", "もう一度挿入して、この手順をやり直してください。"),
  "stick-changed": () =>
    say(
      "選択した USB メモリではなく、別の USB メモリが挿入されています。",
      "何も書き込んでいません。USB メモリを選択し直してください。",
    ),
  "stick-read-only": () =>
    say(
      "USB メモリは書き込み禁止になっています。",
      "側面に書き込み禁止スイッチがあれば解除してください。なければ、コンピュータのポリシーか USB メモリの寿命が原因です。別の USB メモリを使ってください。",
    ),
  "stick-full": ({ neededBytes, freeBytes }) =>
    say(
      `USB メモリの空き容量が足りません。必要な容量は ${sizeText(neededBytes)}、空きは ${sizeText(freeBytes)} です。`,
      "空きを作るか、別の USB メモリを使ってください。",
    ),
  "stick-no-permission": () =>
    say(
      "このコンピュータでは、USB メモリへの書き込みが許可されていません。",
      "USB メモリがポリシーで禁止されていないか、コンピュータの管理者に確認するか、許可されたコンピュータを使ってください。",
    ),
  "stick-io-error": ({ detail }) =>
    say(
      `USB メモリの読み書き中にエラーが発生しました(${untrusted(detail)})。`,
      "別の USB ポートに挿し直して、やり直してください。再び失敗する場合は、別の USB メモリを使ってください。",
    ),
  "stick-read-back": ({ file }) =>
    say(
      `USB メモリに書き込んだ内容と、読み直した内容が違います(${untrusted(file)})。`,
      "この USB メモリは寿命か不良品です。運ばずに、別の USB メモリを使ってください。",
    ),
  "stick-name-taken": ({ file }) =>
    say(
      `USB メモリの「${untrusted(file)}」に、Keyferry のものではないファイルまたはフォルダがあります。`,
      "それを移動するか名前を変えてから、この手順をやり直してください。",
    ),
  "target-unwritable": ({ detail }) =>
    say(
      `選択したフォルダにキーを書き込めませんでした(${untrusted(detail, 200)})。`,
      "別のフォルダを選択してください。USB メモリのキーはそのまま残っています。",
    ),
  "drives-unavailable": ({ detail }) =>
    say(
      `このコンピュータのドライブの一覧を取得できませんでした(${untrusted(detail)})。`,
      "USB メモリのフォルダを直接指定してください。この方法はいつでも使えます。",
    ),
};
