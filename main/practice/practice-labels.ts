/** The languages of the practice console. */
export type ConsoleLanguage = "ja" | "en";

// The console's own labels, as the vendor's guide names them [S]; the English ones of the licence page are not verified
// against a console. The labels after "ours" exist in the practice console only.
const en = {
  preferences: "Preferences",
  productLicense: "Product License",
  newLicense: "New License",
  uploadKey: "Upload License Key",
  checkAndActivation: "License Check and Activation",
  step1: "Step 1: Download Activated License Key",
  activateLicense: "Activate License",
  step2: "Step 2: Upload Activated License Key",
  browse: "Browse",
  upload: "Upload",
  checkNow: "Check License Now",
  status: "Status",
  licenseType: "License Type",
  expires: "Expires",
  lastCheck: "Last Check",
  assetId: "Asset ID",
  edition: "Enterprise Edition (Volume)",
  notActivated: "License is not activated",
  expired: "License is expired",
  noServer: "The system cannot communicate with the Stratus License Server.",
  // ours
  name: "Practice console",
  notReal: "practice, not a real system",
  navigation: "Console pages",
  language: "Language",
  home: "Start",
  intro: "Here you can rehearse a licence activation without a real system and without using up an activation.",
  introNext: "To begin, open Preferences on the left, then Product License.",
  boughtKey: "A key as it comes with the purchase e-mail, not yet activated",
  notFound: "There is no such page here.",
} as const;

export type Labels = { readonly [K in keyof typeof en]: string };

const ja: Labels = {
  preferences: "基本設定",
  productLicense: "製品ライセンス",
  newLicense: "新しいライセンス",
  uploadKey: "ライセンス キーのアップロード",
  checkAndActivation: "ライセンスのチェックとアクティベーション",
  step1: "ステップ 1: アクティベートされたライセンス キーのダウンロード",
  activateLicense: "ライセンスのアクティベーション",
  step2: "ステップ 2: アクティベートされたライセンス キーのアップロード",
  browse: "参照",
  upload: "アップロード",
  checkNow: "ライセンスを今すぐチェック",
  status: "ステータス",
  licenseType: "ライセンスのタイプ",
  expires: "有効期限",
  lastCheck: "前回のチェック",
  assetId: "アセット ID",
  edition: "Enterprise エディション (ボリューム)",
  notActivated: "ライセンスはアクティベートされていません",
  expired: "ライセンスの有効期限が切れています",
  noServer: "Stratus ライセンス サーバと通信できません。",
  name: "練習用コンソール",
  notReal: "練習用です。実際のシステムではありません",
  navigation: "コンソールのページ",
  language: "言語",
  home: "はじめに",
  intro: "実際のシステムを使わず、アクティベーション回数も消費せずに、ライセンスのアクティベーションを練習できます。",
  introNext: "左の [基本設定] を開き、[製品ライセンス] をクリックして始めてください。",
  boughtKey: "購入時のメールに添付される、アクティベート前のキー",
  notFound: "このページはありません。",
};

export const LABELS: Readonly<Record<ConsoleLanguage, Labels>> = { en, ja };
