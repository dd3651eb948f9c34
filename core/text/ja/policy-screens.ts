import type { PolicyTexts } from "../en/policy-screens.ts";

export const policy = {
  title: "サイト ポリシー",
  lead: "このコンピュータの管理者が定めた規則です。",
  hosts: "アクティベーション サーバ",
  ignoredHosts: "無視されるサーバ",
  folders: "USB メモリの代わりのフォルダ",
  foldersAllowed: { yes: "使用できます", no: "使用できません" },
  note: "メモ",
  operator: "作業者の名前",
  demanded: { yes: "依頼ごとに必要です", no: "任意です" },
  language: "言語",
  languageOpen: "OS の言語",
  files: () => "ファイル",
  close: "閉じる",
  demandedHint: (hint) => `${hint}サイト ポリシーにより必要です。`,
  noFolders: "サイト ポリシーにより、フォルダは使えません。",
  stopped: {
    headline: "サイト ポリシーを使用できません",
    sentence: "この画面を、このコンピュータの管理者に見せてください。",
  },
  copyForAdministrator: "管理者に渡す詳細をコピー",
  forAdministrator: ({ code }, message, version) => `Keyferry ${version}\n${code}\n${message}\n`,
} satisfies PolicyTexts;
