import type { Language } from "../settings.ts";

import type { Translation } from "./translation.ts";

// The English labels have not been compared with a console, so the guidance says "or similar".
const en = {
  console: "everRun Availability Console",
  preferences: "Preferences",
  productLicense: "Product License",
  checkAndActivation: "License Check and Activation",
  /** The headings of the bar's two steps. */
  step1: "Step 1: Download Activated License Key",
  step2: "Step 2: Upload Activated License Key",
  /** The one link goes by two names [S]: which one a console shows is not known, so both are told. */
  link: "Activate License",
  linkAlso: "Activated License",
  browse: "Browse",
  open: "Open",
  upload: "Upload",
  checkNow: "Check License Now",
  status: "Status",
  activated: "License is activated",
  assetId: "Asset ID",
};

/** The labels of the console that a technician looks for, in the console's own language. */
export type ConsoleLabels = Translation<typeof en>;

/** The Japanese labels are the vendor's guide's [S]. */
const ja: ConsoleLabels = {
  console: "everRun 可用性コンソール",
  preferences: "基本設定",
  productLicense: "製品ライセンス",
  checkAndActivation: "ライセンスのチェックとアクティベーション",
  step1: "ステップ 1: アクティベートされたライセンス キーのダウンロード",
  step2: "ステップ 2: アクティベートされたライセンス キーのアップロード",
  link: "ライセンスのアクティベーション",
  linkAlso: "アクティベート済みライセンス",
  browse: "参照",
  open: "開く",
  upload: "アップロード",
  checkNow: "ライセンスを今すぐチェック",
  status: "ステータス",
  activated: "ライセンスはアクティベートされています",
  assetId: "アセット ID",
};

export const consoleLabels: Readonly<Record<Language, ConsoleLabels>> = { en, ja };
