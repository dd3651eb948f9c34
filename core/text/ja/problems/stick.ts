import type { StickProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

export const stickProblems: TextsOf<StickProblem> = {
  "stick-not-found": () =>
    say("指定した場所に USB メモリまたはフォルダがありません。", "USB メモリを挿し、場所をもう一度確認してください。"),
  "stick-gone": () => say("USB メモリが抜かれました。", "もう一度挿して、この手順をやり直してください。"),
  "stick-changed": () =>
    say(
      "選択した USB メモリではなく、別の USB メモリが挿されています。",
      "何も書き込んでいません。USB メモリを選択し直してください。",
    ),
  "stick-changed-since": () =>
    say(
      "USB メモリの依頼が、表示されていた内容と異なります。ALAS には接続していません。",
      "USB メモリをもう一度読み取り、アセット ID を確認してから取得してください。",
    ),
  "stick-read-only": () =>
    say(
      "USB メモリが読み取り専用でマウントされているため、書き込めません。",
      "一度抜いて、挿し直してください。それでも変わらない場合は、意図的に読み取り専用にされています。別の USB メモリを使ってください。",
    ),
  "stick-write-protected": () =>
    say(
      "USB メモリ自体が書き込みを拒否しています(書き込み禁止)。",
      "側面のスイッチを反対側に動かしてください。スイッチがなければ、書き込み禁止に固定されているか、寿命です。別の USB メモリを使ってください。",
    ),
  "stick-errors-found": () =>
    say(
      "USB メモリにエラーが見つかったため、コンピュータが書き込みを止めました。",
      "USB メモリを検査して修復するか(Windows では [プロパティ] の [ツール] の [チェック])、別のものを使ってください。",
    ),
  "stick-ntfs-on-mac": () =>
    say(
      "USB メモリの形式が NTFS です。Mac では読めますが、書き込めません。",
      "どのコンピュータでも書き込める exFAT または FAT32 の USB メモリを使ってください。",
    ),
  "stick-bitlocker-locked": () =>
    say(
      "USB メモリが BitLocker でロックされています。",
      "エクスプローラーで開き、パスワードでロックを解除してから、この手順をやり直してください。",
    ),
  "stick-policy": () =>
    say(
      "このコンピュータのポリシーで、この USB メモリへの書き込みが禁止されています。",
      "BitLocker で保護されたものなど、許可されている USB メモリについて、コンピュータの管理者に確認してください。",
    ),
  "stick-privacy": () =>
    say(
      "macOS のプライバシー設定で、Keyferry による USB メモリの使用が許可されていません。",
      "[システム設定] の [プライバシーとセキュリティ] の [ファイルとフォルダ] で、Keyferry にリムーバブル ボリュームを許可し、起動し直してください。",
    ),
  "stick-full": ({ neededBytes, freeBytes }) =>
    say(
      `USB メモリの空き容量が足りません。必要な容量は ${sizeText(neededBytes)}、空きは ${sizeText(freeBytes)} です。`,
      "空き容量を増やすか、別の USB メモリを使ってください。",
    ),
  "stick-no-permission": () =>
    say(
      "このコンピュータでは、USB メモリへの書き込みが許可されていません。",
      "コンピュータの管理者に許可を求めるか、別の USB メモリを使ってください。",
    ),
  "stick-io-error": ({ detail }) =>
    say(
      `USB メモリの読み書き中にエラーが発生しました(${untrusted(detail)})。`,
      "別の USB ポートに挿し直して、やり直してください。再び失敗する場合は、別の USB メモリを使ってください。",
    ),
  "stick-worn-out": ({ detail }) =>
    say(
      `USB メモリへの書き込みが毎回失敗します(${untrusted(detail)})。寿命と考えられます。`,
      "別の USB メモリを使ってください。必要なファイルは今のうちにコピーしてください。まもなく読めなくなるおそれがあります。",
    ),
  "stick-name-refused": ({ file }) =>
    say(
      `USB メモリのファイル システムでは「${untrusted(file)}」という名前を使えません。`,
      "exFAT または FAT32 の USB メモリを使うか、長いファイル名が使えるようにマウントしてください。",
    ),
  "stick-unreadable": () =>
    say(
      "USB メモリは挿されていますが、ファイル システムが応答しません。",
      "一度抜いて、挿し直してください。変わらない場合は、検査するか、別の USB メモリを使ってください。",
    ),
  "stick-mount-failed": ({ detail }) =>
    say(
      `USB メモリをマウントできませんでした(${untrusted(detail)})。`,
      "ファイル マネージャで一度開いてください。それでもできない場合は、別の USB メモリを使ってください。",
    ),
  "stick-mount-by-hand": ({ platform }) =>
    platform === "win32"
      ? say(
          "Windows が USB メモリにドライブ文字を割り当てていません。",
          "[スタート] を右クリックして [ディスクの管理] を開き、ボリュームに文字を割り当ててください。管理者の権限が必要です。",
        )
      : say(
          "このコンピュータでは、管理者だけが USB メモリをマウントできます。",
          "管理者にマウントしてもらうか、マウント先のフォルダを選んでください。",
        ),
  "stick-eject-busy": ({ by }) =>
    say(
      by.length > 0
        ? `書き込んだ内容は無事ですが、${untrusted(by.join("、"))} が使用中のため、まだ取り出せません。`
        : "書き込んだ内容は無事ですが、ほかのプログラムが使用中のため、まだ取り出せません。",
      "USB メモリを開いているプログラムやウィンドウを閉じてから、もう一度取り出してください。",
    ),
  "stick-eject-failed": ({ detail }) =>
    say(
      `書き込んだ内容は無事ですが、OS が取り出しを完了しませんでした(${untrusted(detail)})。`,
      "もう一度試すか、Keyferry を使わずに取り出してください。",
    ),
  "stick-read-back": ({ file }) =>
    say(
      `USB メモリに書き込んだ内容と、読み取った内容が違います(${untrusted(file)})。`,
      "この USB メモリは寿命か不良品です。別の USB メモリを使ってください。",
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
  "drives-hang": ({ ms }) =>
    say(
      `ドライブの一覧を求めましたが、OS が ${Math.round(ms / 1000)} 秒以内に応答しませんでした。`,
      "故障しかけた機器が原因のことがあります。最後に挿した機器を抜き、もう一度挿してください。USB メモリのフォルダを直接指定することもできます。",
    ),
};
