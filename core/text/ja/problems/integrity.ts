import type { IntegrityProblem } from "../../../problem.ts";
import { isOfAnswer } from "../../../stick/stick-layout.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

const NOT_WRITTEN = "USB メモリには書き込んでいません。";
const SIGN_IN =
  "このコンピュータのブラウザで任意のページを開き、ネットワークにサインインしてから、一度だけ取得し直してください。";
const NO_UPLOAD = "アップロードしないでください。";
const FETCH_AGAIN =
  "USB メモリをコンピュータ A に運び、取得し直してください。その際、アクティベーション回数をもう 1 回消費することがあります。";
const NEW_REQUEST =
  "この依頼は使わず、コンピュータ B で依頼を作成し直してください。USB メモリのほかの依頼には影響ありません。";

export const integrityProblems: TextsOf<IntegrityProblem> = {
  "answer-empty": () =>
    say(
      "サーバの応答が空でした。",
      "この取得で、アクティベーション回数を 1 回消費した可能性があります。時間をおいて一度だけ取得し直してください。また空であれば、Stratus 認定サービス業者に連絡してください。",
    ),
  "answer-html": () =>
    say(`キーの代わりに Web ページ(サインイン ページかエラー ページ)が返されました。${NOT_WRITTEN}`, SIGN_IN),
  "answer-json": () =>
    say(
      `キーの代わりにプログラム用のデータ(JSON)が返されました。${NOT_WRITTEN}`,
      `ALAS までの経路の途中で、別の機器が応答しています。${SIGN_IN}`,
    ),
  "answer-not-a-key": ({ looksLike }) =>
    say(
      `返されたものはキーではありません(${untrusted(looksLike)} と思われます)。${NOT_WRITTEN}`,
      "コンソールでリンクのアドレスをもう一度コピーし、依頼を作成し直してください。同じ結果であれば、Stratus 認定サービス業者に連絡してください。",
    ),
  "answer-too-large": ({ limit }) =>
    say(
      `応答が ${sizeText(limit)} を超えています。キーがこの大きさになることはありません。${NOT_WRITTEN}`,
      `ALAS 以外のものが応答した可能性があります。${SIGN_IN}`,
    ),
  "file-missing": ({ file }) =>
    say(`USB メモリに「${untrusted(file)}」がありません。`, isOfAnswer(file) ? FETCH_AGAIN : NEW_REQUEST),
  "file-unsafe": ({ file }) =>
    say(
      `USB メモリの「${untrusted(file)}」は、通常のファイルではなく、リンク、フォルダまたはデバイスです。開いていません。`,
      "故意に、または誤って置かれたものです。USB メモリを検査してもらい、別の USB メモリを使ってください。",
    ),
  "file-too-large": ({ file, limit }) =>
    say(
      `「${untrusted(file)}」が上限の ${sizeText(limit)} を超えています。`,
      "名前と中身が一致していません。USB メモリを検査してもらい、別の USB メモリを使ってください。",
    ),
  "file-not-a-key": ({ file }) =>
    say(
      `「${untrusted(file)}」はキーではありません。空であるか、Web ページやメッセージがこの名前で保存されたものです。何もコピーしていません。`,
      `${NO_UPLOAD}USB メモリをコンピュータ A に運び、ブラウザで任意のページを開いてネットワークにサインインしてから、取得してください。その際、アクティベーション回数をもう 1 回消費することがあります。`,
    ),
  "file-differs": ({ file }) =>
    say(
      `「${untrusted(file)}」が記録と一致しません。途中で壊れたか、変更されています。`,
      isOfAnswer(file) ? NO_UPLOAD + FETCH_AGAIN : NEW_REQUEST,
    ),
  "request-unfinished": () =>
    say(
      "リンクの保存が完了していません。保存の途中で USB メモリが抜かれたか、電源が切れています。このリンクのキーはまだ取得されていません。",
      "コンピュータ B でリンクをもう一度保存してください。USB メモリのほかの依頼には影響ありません。",
    ),
  "record-damaged": ({ file }) => say(`USB メモリの記録「${untrusted(file)}」が壊れています。`, NEW_REQUEST),
  "record-foreign": ({ file }) =>
    say(
      `記録「${untrusted(file)}」は、別の依頼のものです。`,
      "フォルダの間でファイルがコピーされています。この依頼は使わず、コンピュータ B で依頼を作成し直してください。",
    ),
  "record-newer": ({ file, version }) =>
    say(
      `「${untrusted(file)}」は、より新しい Keyferry(形式 ${version})で作成されています。`,
      "このコンピュータでも新しい Keyferry を使ってください。",
    ),
  "wrong-system": ({ expected, found }) =>
    say(
      `このキーはアセット ID「${untrusted(found)}」のもので、「${untrusted(expected)}」のものではありません。何もコピーしていません。`,
      "キーに対応するシステムでアップロードするか、このシステムの依頼を選択してください。",
    ),
};
