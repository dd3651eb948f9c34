import type { ProgramProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";

export const programProblems: TextsOf<ProgramProblem> = {
  "call-rejected": () =>
    say("信頼できないメッセージを拒否しました。", "Keyferry を終了して、もう一度起動してください。"),
  busy: () => say("別の処理がまだ終わっていません。", "終わるのを待ってから、この手順をやり直してください。"),
  cancelled: ({ signal }) =>
    say(
      `完了する前に、シグナル(${untrusted(signal)})でコマンドが終了されました。`,
      "それまでの結果は保存されています。USB メモリの内容を確認してから、残りについてコマンドを実行し直してください。",
    ),
  "record-unwritable": ({ file, detail }) =>
    say(
      `このコンピュータの取得記録に書き込めないため(${untrusted(detail)})、ALAS に接続していません。アクティベーション回数は消費していません。`,
      `このコンピュータのディスクの空き容量と、${untrusted(file, 300)} への書き込み権限を確認してから、取得してください。`,
    ),
  unexpected: ({ detail }) =>
    say(
      `Keyferry 自体にエラーが発生しました(${untrusted(detail, 200)})。`,
      "もう一度起動して、この手順をやり直してください。USB メモリの内容はそのまま残っています。",
    ),
};
