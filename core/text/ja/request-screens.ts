import type { RequestTexts } from "../en/request-screens.ts";

export const request = {
  findLink: "コンソールでのリンクの場所",
  consoleLanguage: "コンソールの言語",
  linkSteps: [
    (labels) => `左側の [${labels.preferences}] をクリックします。`,
    (labels) => `[${labels.productLicense}] をクリックします。`,
    (labels) => `[${labels.checkAndActivation}] バーを開きます。`,
    (labels) => `[${labels.link}] リンクを右クリックし、リンクのアドレスをコピーします。`,
  ],
  bothNames: (labels) => `コンソールによっては [${labels.linkAlso}] などと表示されます。`,
  box: "アクティベーションのリンク",
  boxHint: "貼り付けのほか、リンクやファイルのドロップ、入力もできます。",
  noLinkFile:
    "リンクのファイルではありません。リンクそのものか、テキストファイルまたは .url ファイルをドロップしてください。",
  paste: "クリップボードから貼り付ける",
  clipboardEmpty:
    "クリップボードにアクティベーションのリンクがありません。先にコンソールでリンクのアドレスをコピーしてください。",
  offer: "クリップボードにアクティベーションのリンクがあります。",
  takeOffer: "このリンクを使う",
  trimmed: (what) => `取り除いたもの: ${what.join("、")}。リンクそのものは変えていません。`,
  pasteOther: "別のリンクを貼り付ける",
  compare: (labels) => `コンソールの上部の [${labels.assetId}] と完全に一致していますか。`,
  yes: (assetId) => `はい、${assetId} です`,
  assetIdField: (labels) => `コンソールの上部に表示されている [${labels.assetId}]`,
  normalised: (assetId) => `全角などの文字を置き換え、${assetId} と読み取りました。`,
  withoutAssetId: "アセット ID なしで進む",
  note: "メモ",
  noteHint: "作業番号など。USB メモリに書き込まれます。",
  operator: "作業者の名前",
  operatorHint: "USB メモリの記録に書き込まれ、このコンピュータに記憶されます。",
  minimal: "メモ、作業者の名前、このコンピュータの名前を書き込まない",
  minimalHint: "コンピュータや個人を示す情報が USB メモリに残りません。",
  haveKey: "取得済みのキーを受け渡す",
  write: (stick) => `${stick} に依頼を書き込む`,
  twice:
    "同じリンクがこの USB メモリに入っています。2 回取得すると、アクティベーション回数を余分に消費することがあります。",
  writeAgain: "もう一度書き込む",
  another: "別のシステムの依頼を作成する",
} satisfies RequestTexts;
