import type { ActionTexts } from "../action-texts.ts";
import { systemNames } from "./system-names.ts";

const carried = {
  request: "依頼",
  fetch: "コンピュータ B で作成した依頼",
  deliver: "コンピュータ A で取得したキー",
};

export const actions: ActionTexts = {
  "choose-computer": {
    headline: () => "このコンピュータはどちらですか",
    sentence: () => "どちらのコンピュータでも同じプログラムが案内します。選択は記憶されます。",
  },
  "paste-link": {
    headline: () => "リンクを貼り付けてください",
    sentence: () => "コンソールで下の図のようにリンクのアドレスをコピーし、ここに貼り付けます。",
  },
  "mend-link": {
    headline: () => "このリンクは使えません",
    sentence: () => "理由と対処方法を、枠の下に示しています。",
  },
  "choose-link": {
    headline: () => "このシステムのリンクはどれですか",
    sentence: () => "複数のリンクがあります。アセット ID を、コンソールの上部の表示と照合して選んでください。",
  },
  "confirm-asset-id": {
    headline: () => "このシステムで間違いありませんか",
    sentence: () => "アセット ID を、コンソールの上部に表示されているものと照合してください。",
  },
  "type-asset-id": {
    headline: () => "アセット ID を入力してください",
    sentence: () => "リンクからは読み取れません。コンソールの上部に表示されています。",
  },
  "plug-in-stick": {
    headline: () => "USB メモリを挿してください",
    sentence: ({ step }) =>
      step === null || step === "request"
        ? "どの USB メモリでもかまいません。中のファイルは消えません。"
        : `${carried[step]}が入った USB メモリです。挿すと自動で認識します。`,
  },
  "choose-stick": {
    headline: () => "USB メモリを選んでください",
    sentence: ({ step }) =>
      step === null || step === "request"
        ? "コンピュータ A へ運ぶものを選びます。中のファイルは消えません。"
        : `${carried[step]}が入ったものを選びます。`,
  },
  "open-stick": {
    headline: () => "USB メモリがまだ使える状態ではありません",
    sentence: ({ step }) =>
      step === "request"
        ? "挿されていますが、マウントされていないか、ロックされています。別の USB メモリでもかまいません。"
        : "挿されていますが、マウントされていないか、ロックされています。",
  },
  "wait-for-stick": {
    headline: () => "USB メモリを読み取っています…",
    sentence: ({ stick }) => `${stick}: しばらくお待ちください。`,
  },
  "mend-stick": {
    headline: () => "この USB メモリはここでは使えません",
    sentence: ({ stick }) => `${stick}: 理由と対処方法を下に示しています。`,
  },
  "write-request": {
    headline: ({ folder }) => (folder ? "依頼をフォルダに書き込みます" : "依頼を USB メモリに書き込みます"),
    sentence: () => "書き込んだあと、内容を読み取って照合します。ほかのファイルは変わりません。",
  },
  "write-again": {
    headline: () => "このリンクは別の USB メモリに保存済みです",
    sentence: () => "その USB メモリをコンピュータ A に運んでください。理由は下に表示しています。",
  },
  "already-there": {
    headline: () => "この依頼はすでに入っています",
    sentence: () => "書き込む必要はありません。USB メモリをコンピュータ A へ運んでください。",
  },
  "wait-for-writing": {
    headline: () => "依頼を書き込んでいます…",
    sentence: () => "照合が終わるまで、USB メモリを抜かないでください。",
  },
  "remove-stick": {
    headline: () => "USB メモリを取り出してください",
    sentence: ({ step, count, total }) =>
      step === "deliver"
        ? "ライセンスはアクティベートされました。USB メモリはもう必要ありません。"
        : count < total
          ? `${total} 件中 ${count} 件のキーを書き込みました。残りは下に示しています。`
          : "すべて書き込まれ、照合も済んでいます。取り出しが終わるまで抜かないでください。",
  },
  "wait-for-eject": {
    headline: () => "USB メモリを取り出しています…",
    sentence: () => "安全に取り外せるようになるまで、抜かないでください。",
  },
  "go-to-a": {
    headline: ({ folder }) =>
      folder ? "フォルダをコンピュータ A へ運んでください" : "USB メモリをコンピュータ A へ運んでください",
    sentence: ({ folder }) =>
      folder
        ? "KEYFERRY フォルダを丸ごと運び、移動先で Keyferry を起動してフォルダを選びます。"
        : "移動先で Keyferry を起動して USB メモリを挿すと、続きの手順から始まります。",
  },
  "go-to-b": {
    headline: ({ folder }) =>
      folder ? "フォルダをコンピュータ B へ運んでください" : "USB メモリをコンピュータ B へ運んでください",
    sentence: ({ folder }) =>
      folder
        ? "KEYFERRY フォルダを丸ごと運び、移動先で Keyferry を起動してフォルダを選びます。"
        : "移動先で Keyferry を起動して USB メモリを挿すと、続きの手順から始まります。",
  },
  "bring-other-stick": {
    headline: ({ step }) =>
      step === "deliver" ? "この USB メモリにキーはありません" : "この USB メモリに取得するものはありません",
    sentence: ({ step, stick, foldersAllowed }) =>
      `${stick} に${step === "deliver" ? "キー" : "取得する依頼"}はありません。${carried[step ?? "fetch"]}が入った USB メモリを${foldersAllowed ? "挿すか、フォルダを選んで" : "挿して"}ください。`,
  },
  "carry-to-a": {
    headline: () => "先にコンピュータ A へ運んでください",
    sentence: ({ systems }) => `${systemNames(systems)} のキーは、まだ取得されていません。`,
  },
  "carry-to-b": {
    headline: () => "コンピュータ B へ運んでください",
    sentence: ({ systems }) => `${systemNames(systems)} のキーがすでに入っています。取得するものは残っていません。`,
  },
  "choose-requests": {
    headline: () => "取得するものを選んでください",
    sentence: ({ total }) =>
      total === 0
        ? "取得するリンクのボタンを押してください。"
        : "取得するシステムにチェックを入れてから、ボタンを押してください。",
  },
  fetch: {
    headline: ({ count, kept }) => {
      if (kept > 0) return `キー ${count} 件を用意します`;
      return count === 1 ? "ALAS からキーを取得します" : `ALAS からキーを ${count} 件取得します`;
    },
    sentence: () => "ALAS はメーカーのアクティベーション サーバです。依頼ごとに一度だけ接続します。",
  },
  "write-kept": {
    headline: ({ count }) =>
      count === 1 ? "保存済みのキーを書き込みます" : `保存済みのキー ${count} 件を書き込みます`,
    sentence: () => "このコンピュータに保存されています。ALAS には接続せず、アクティベーション回数も消費しません。",
  },
  "confirm-fetch": {
    headline: () => "取得の前に確認してください",
    sentence: () => "もう一度取得すると、アクティベーション回数を消費することがあります。",
  },
  "wait-for-retry": {
    headline: ({ until }) => `${until} まで待ち、もう一度だけ取得します`,
    sentence: () => "ALAS にアセット ID がまだ登録されていません。ライセンスの作成直後は、数分間この状態になります。",
  },
  retry: {
    headline: () => "もう一度だけ取得できます",
    sentence: () => "15 分たちました。ボタンを押すまで、何も送信しません。",
  },
  "call-support": {
    headline: () => "Stratus 認定サービス業者に連絡してください",
    sentence: () => "取得し直しても解決しません。理由を下に示しています。",
  },
  "request-again": {
    headline: () => "コンピュータ B で依頼を作成し直してください",
    sentence: () => "リンクにアセット ID がありませんでした。",
  },
  "wait-for-fetch": {
    headline: ({ count, kept }) => (kept === count ? "もう一度書き込んでいます…" : "ALAS から取得しています…"),
    sentence: ({ count, kept }) =>
      kept === count
        ? "ALAS には接続しません。照合が終わるまで、USB メモリを抜かないでください。"
        : "1 件につき 1 分ほどかかることがあります。USB メモリを抜かないでください。",
  },
  "read-results": {
    headline: () => "キーを取得できませんでした",
    sentence: () => "理由と対処方法を下に示しています。",
  },
  "choose-key": {
    headline: () => "このシステムのキーはどれですか",
    sentence: () => "コンソールの上部に表示されているアセット ID のものを選びます。",
  },
  "confirm-key": {
    headline: () => "このシステムで間違いありませんか",
    sentence: () => "キーをコピーする前に、コンソールの上部の表示と照合してください。",
  },
  "confirm-origin": {
    headline: () => "このキーの出所は確かですか",
    sentence: () =>
      "キーからはシステムを確認できません。目の前のシステム用に取得したものである場合だけ、コピーしてください。",
  },
  "fetch-key-again": {
    headline: () => "このキーはアップロードしないでください",
    sentence: () => "USB メモリをコンピュータ A へ運び、キーを取得し直してください。",
  },
  "wait-for-copy": {
    headline: () => "キーをコピーしています…",
    sentence: () => "記録と照合しています。USB メモリを抜かないでください。",
  },
  upload: {
    headline: () => "コンソールでキーをアップロードしてください",
    sentence: () => "キーはこのコンピュータにコピーされ、照合も済んでいます。",
  },
  "trip-complete": {
    headline: () => "ライセンスのアクティベーションが完了しました",
    sentence: ({ assetId }) =>
      assetId === null ? "これで作業は終わりです。" : `${assetId} についての作業は、これで終わりです。`,
  },
};
