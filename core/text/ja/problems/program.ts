import type { ProgramProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";

export const programProblems: TextsOf<ProgramProblem> = {
  "call-rejected": () =>
    say("信頼できないメッセージを拒否しました。", "Keyferry を終了して、もう一度起動してください。"),
  busy: () => say("別の処理がまだ終わっていません。", "終わるのを待ってから、この手順をやり直してください。"),
  unexpected: ({ detail }) =>
    say(
      `Keyferry 自体にエラーが発生しました(${untrusted(detail, 200)})。`,
      "もう一度起動して、この手順をやり直してください。USB メモリの内容はそのまま残っています。",
    ),
};
