import type { PolicyFault } from "../../../policy/policy-fault.ts";
import type { PolicyProblem } from "../../../problem.ts";
import { assertNever } from "../../../result.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

const ADMINISTRATOR = "このコンピュータの管理者";

export const policyProblems: TextsOf<PolicyProblem> = {
  "policy-unusable": ({ file, fault }) =>
    say(
      `サイト ポリシー ${untrusted(file, 300)} を使用できません。${wrong(fault)}。`,
      `規則を守れないため、ファイルが修正されるまで、リンクの保存、キーの取得、キーのコピーは行いません。${ADMINISTRATOR}に修正してもらい、Keyferry を起動し直してください。`,
    ),
  "folder-forbidden": () =>
    say(
      "サイト ポリシーにより、USB メモリの代わりにフォルダを使うことはできません。",
      `Keyferry の一覧にある USB メモリを使ってください。変更が必要な場合は、${ADMINISTRATOR}に相談してください。`,
    ),
  "note-required": ({ byHand }) =>
    say(
      "サイト ポリシーにより、依頼にはメモが必要です。",
      byHand
        ? "手作業で保存されたリンクにはメモがありません。コンピュータ B の Keyferry で依頼を作成してください。"
        : "作業番号などを入力してください。",
    ),
  "operator-required": ({ byHand }) =>
    say(
      "サイト ポリシーにより、依頼には作業者の名前が必要です。",
      byHand
        ? "手作業で保存されたリンクには名前がありません。コンピュータ B の Keyferry で依頼を作成してください。"
        : "名前を入力してください。省略することはできません。",
    ),
};

function wrong(fault: PolicyFault): string {
  switch (fault.type) {
    case "unreadable":
      return `読み取れません(${untrusted(fault.detail)})`;
    case "no-file":
      return "ファイルではありません";
    case "too-large":
      return `${sizeText(fault.limit)} を超えています`;
    case "writable-by-all":
      return "ファイルまたは上位のフォルダに、グループまたはほかのユーザーが書き込めます";
    case "not-json":
      return "JSON ではありません";
    case "duplicate-key":
      return `「${untrusted(fault.key)}」が 2 回以上指定されています`;
    case "not-a-policy":
      return '"format": "keyferry-policy" の指定がありません';
    case "newer":
      return `新しいバージョンの Keyferry 用です(バージョン ${fault.version})`;
    case "unknown-key":
      return `「${untrusted(fault.key)}」という規則はありません`;
    case "wrong-value":
      return `「${untrusted(fault.key)}」がないか、値が正しくありません`;
    case "wrong-host":
      return `「${untrusted(fault.host)}」は、小文字のホスト名として正しくありません`;
    default:
      return assertNever(fault);
  }
}
