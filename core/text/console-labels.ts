import type { Language } from "../settings.ts";

/** The labels of the console that a technician looks for, in the console's own language. */
export interface ConsoleLabels {
  readonly console: string;
  readonly preferences: string;
  readonly productLicense: string;
  readonly checkAndActivation: string;
  /** The headings of the bar's two steps. */
  readonly step1: string;
  readonly step2: string;
  /** The one link goes by two names [S]: which one a console shows is not known, so both are told. */
  readonly link: string;
  readonly linkAlso: string;
  readonly browse: string;
  readonly open: string;
  readonly upload: string;
  readonly checkNow: string;
  readonly status: string;
  readonly activated: string;
  readonly assetId: string;
}

// The Japanese labels are the vendor's guide's [S]. The English ones have not been compared with a console, which is why
// the guidance says "or similar".
export const consoleLabels: Readonly<Record<Language, ConsoleLabels>> = {
  en: {
    console: "everRun Availability Console",
    preferences: "Preferences",
    productLicense: "Product License",
    checkAndActivation: "License Check and Activation",
    step1: "Step 1: Download Activated License Key",
    step2: "Step 2: Upload Activated License Key",
    link: "Activate License",
    linkAlso: "Activated License",
    browse: "Browse",
    open: "Open",
    upload: "Upload",
    checkNow: "Check License Now",
    status: "Status",
    activated: "License is activated",
    assetId: "Asset ID",
  },
  ja: {
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
  },
};
