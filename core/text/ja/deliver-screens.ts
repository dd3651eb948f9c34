import type { DeliverTexts } from "../en/deliver-screens.ts";

export const deliver = {
  keys: "USB メモリのキー",
  compare: (labels) => `コンソールの上部の [${labels.assetId}] と完全に一致していますか。`,
  copy: (assetId) => (assetId === null ? "キーをコピーする" : `はい、${assetId} です。キーをコピーする`),
  copyByHand: (file) => `${file} をコピーする`,
  goesTo: "コピー先",
  otherFolder: "別のフォルダを選ぶ",
  noKeyYet: "代わりに依頼を作成する",
  file: "ファイル",
  folder: "フォルダ",
  show: { win32: "エクスプローラーで表示", darwin: "Finder で表示", linux: "ファイル マネージャで表示" },
  stepOf: (step, steps) => `操作 ${step} / ${steps}`,
  uploadSteps: (fileName) => [
    (labels) =>
      `コンソールの左側で [${labels.preferences}] をクリックし、次に [${labels.productLicense}] をクリックします。`,
    (labels) => `[${labels.checkAndActivation}] バーを開きます。`,
    (labels) =>
      `[${labels.step2}] の [${labels.browse}] をクリックし、${fileName} を選んで [${labels.open}] をクリックします。`,
    (labels) => `[${labels.upload}] をクリックし、完了するまで待ちます。`,
    (labels) => `[${labels.checkNow}] をクリックし、[${labels.status}] の行を確認します。`,
  ],
  next: "次へ",
  previous: "戻る",
  statusLine: "コンソールに次のように表示されます。",
  activated: "アクティベートされたことを確認した",
  somethingElse: "別の内容が表示された",
  checkFile: (fileName) => (labels) =>
    `アップロードしたファイルが ${fileName} であることを確認し、[${labels.checkNow}] をもう一度クリックしてください。変わらない場合は、表示内容を控えてStratus 認定サービス業者に連絡してください。`,
  notYet: "別のキーを選ぶ",
  remains: "まだコピーしていないキー",
  nothingRemains: "USB メモリに、コピーしていないキーはほかにありません。",
  nextKey: "別のキーを受け渡す",
  newRequest: "新しい依頼を作成する",
} satisfies DeliverTexts;
