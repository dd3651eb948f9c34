import type { DeliverTexts } from "../screen-texts.ts";

export const deliver: DeliverTexts = {
  keys: "USB メモリのキー",
  compare: (labels) => `コンソールの上部の [${labels.assetId}] と完全に一致していますか?`,
  copy: (assetId) => (assetId === null ? "キーをコピーする" : `はい、${assetId} です。キーをコピーする`),
  copyByHand: (file) => `${file} をコピーする`,
  goesTo: "コピー先",
  otherFolder: "別のフォルダを選ぶ",
  noKeyYet: "代わりに依頼を作る",
  file: "ファイル",
  folder: "フォルダ",
  show: "ファイル マネージャで表示",
  stepOf: (step, steps) => `${steps} 段階のうち ${step}`,
  uploadSteps: (fileName) => [
    (labels) =>
      `コンソールの左側で [${labels.preferences}] をクリックし、次に [${labels.productLicense}] をクリックします。`,
    (labels) => `[${labels.checkAndActivation}] バーを開きます。`,
    (labels) =>
      `[${labels.step2}] の [${labels.browse}] をクリックし、${fileName} を選んで [${labels.open}] をクリックします。`,
    (labels) => `[${labels.upload}] をクリックし、終わるまで待ちます。`,
    (labels) => `[${labels.checkNow}] をクリックし、[${labels.status}] の行を確認します。`,
  ],
  next: "次へ",
  previous: "戻る",
  statusLine: "コンソールに次のように表示されます。",
  activated: "コンソールでアクティベートを確認した",
  notYet: "別のキーを選ぶ",
  remains: "まだ受け渡していないもの",
  nothingRemains: "USB メモリに、ほかに待っているキーはありません。",
  nextKey: "別のキーを受け渡す",
  newRequest: "新しい依頼を作る",
};
