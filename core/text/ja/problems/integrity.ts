import type { IntegrityProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

const NOT_WRITTEN = "USB メモリには書き込んでいません。";
const SIGN_IN =
  "このコンピュータのブラウザで任意のページを開き、ネットワークにサインインしてから、一度だけ取得し直してください。";
const FETCH_AGAIN =
  "アップロードしないでください。USB メモリをコンピュータ A に運び、取得し直してください。その際、アクティベーション回数をもう 1 回消費することがあります。";

export const integrityProblems: TextsOf<IntegrityProblem> = {
  "answer-empty": () =>
    say(
      "サーバの応答が空でした。",
      "この取得がアクティベーション 1 回として数えられた可能性があります。時間をおいて一度だけ取得し直し、また空であれば、サービス業者に連絡してください。",
    ),
  "answer-html": () =>
    say(`キーの代わりに Web ページ(サインイン ページかエラー ページ)が返されました。${NOT_WRITTEN}`, SIGN_IN),
  "answer-json": () =>
    say(
      `キーの代わりにプログラム用のデータ(JSON)が返されました。${NOT_WRITTEN}`,
      `ALAS との間に何かが割り込んでいます。${SIGN_IN}`,
    ),
  "answer-not-a-key": ({ looksLike }) =>
    say(
      `返されたものはキーではありません(${untrusted(looksLike)} と思われます)。${NOT_WRITTEN}`,
      "コンソールでリンクのアドレスをもう一度コピーし、依頼を作り直してください。同じ結果であれば、サービス業者に連絡してください。",
    ),
  "answer-too-large": ({ limit }) =>
    say(
      `応答が ${sizeText(limit)} を超えています。キーがこの大きさになることはありません。${NOT_WRITTEN}`,
      `ALAS 以外のものが応答した可能性があります。${SIGN_IN}`,
    ),
  "file-missing": ({ file }) => say(`USB メモリに「${untrusted(file)}」がありません。`, FETCH_AGAIN),
  "file-unsafe": ({ file }) =>
    say(
      `USB メモリの「${untrusted(file)}」は、通常のファイルではなく、リンク、フォルダまたはデバイスです。開いていません。`,
      "故意または誤って作られたものです。USB メモリを検査してもらい、別の USB メモリを使ってください。",
    ),
  "file-too-large": ({ file, limit }) =>
    say(
      `「${untrusted(file)}」が上限の ${sizeText(limit)} を超えています。`,
      "名前と中身が一致していません。USB メモリを検査してもらい、別の USB メモリを使ってください。",
    ),
  "file-differs": ({ file }) =>
    say(`「${untrusted(file)}」が記録と一致しません。途中で壊れたか、変更されています。`, FETCH_AGAIN),
  "record-damaged": ({ file }) =>
    say(
      `USB メモリの記録「${untrusted(file)}」が壊れています。`,
      "この依頼は使わず、コンピュータ B で依頼を作り直してください。USB メモリのほかの依頼には影響ありません。",
    ),
  "record-foreign": ({ file }) =>
    say(
      `記録「${untrusted(file)}」は、別の依頼のものです。`,
      "フォルダの間でファイルがコピーされています。この依頼は使わず、コンピュータ B で依頼を作り直してください。",
    ),
  "record-newer": ({ file, version }) =>
    say(
      `「${untrusted(file)}」は、より新しい Keyferry(形式 ${version})で作られています。`,
      "このコンピュータでも新しい Keyferry を使ってください。",
    ),
  "wrong-system": ({ expected, found }) =>
    say(
      `このキーはアセット ID「${untrusted(found)}」のもので、「${untrusted(expected)}」のものではありません。何もコピーしていません。`,
      "キーに対応するシステムでアップロードするか、このシステムの依頼を選択してください。",
    ),
};
