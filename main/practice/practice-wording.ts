import { type ConsoleLanguage, LABELS } from "./practice-labels.ts";
import { type ConsoleState, hoursLeft, type Notice } from "./practice-licence.ts";

type Sentences = { readonly [C in Notice["code"]]: string };

const NOTICES: Readonly<Record<ConsoleLanguage, Sentences>> = {
  en: {
    empty: "The file is empty (0 bytes). It was not copied whole: take the key again.",
    "web-page": "The file is a web page, not a license key. An error or sign-in page was saved in its place.",
    "not-a-key": "The file is not a license key.",
    damaged: "The license key is damaged. Copy it again, without opening and saving it.",
    "no-file": "Choose a license .key file first.",
    "too-large": "The file is too large for a license key.",
    "other-system": "This license key is for another system.",
    unactivated: "This license key is not activated. Upload the one whose name ends in _A.key.",
    activated: "The license key was accepted. The license is activated.",
    "accepted-offline":
      "The license key was accepted, but this system has no internet connection. Go on with License Check and Activation.",
    checked: "The license was checked.",
  },
  ja: {
    empty: "ファイルが空です (0 バイト)。コピーが完了していません。キーを取得し直してください。",
    "web-page": "これは Web ページで、ライセンス キーではありません。エラー画面かログイン画面が保存されています。",
    "not-a-key": "ライセンス キー ファイルではありません。",
    damaged: "ライセンス キーが壊れています。開いて保存せずに、そのままコピーし直してください。",
    "no-file": "ライセンス .key ファイルを選択してください。",
    "too-large": "ファイルが大きすぎます。ライセンス キーではありません。",
    "other-system": "このライセンス キーは別のシステムのものです。",
    unactivated: "アクティベートされていないライセンス キーです。名前が _A.key で終わるファイルを選択してください。",
    activated: "ライセンス キーを受け付けました。ライセンスはアクティベートされています。",
    "accepted-offline":
      "ライセンス キーを受け付けましたが、インターネットに接続していません。[ライセンスのチェックとアクティベーション] に進んでください。",
    checked: "ライセンスをチェックしました。",
  },
};

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Returns the text of a notice, with the asset ID for a key of another system. */
export function noticeText({ code, assetId }: Notice, language: ConsoleLanguage): string {
  const sentence = NOTICES[language][code];
  return assetId === undefined ? sentence : `${sentence} ${LABELS[language].assetId}: ${assetId}`;
}

/** Returns the rows (label and value) of the status block, as in the vendor's guide [S]. */
export function statusRows(
  state: ConsoleState,
  language: ConsoleLanguage,
  now: number,
): readonly (readonly [string, string])[] {
  const t = LABELS[language];
  return [
    [t.status, statusText(state, language, now)],
    [t.licenseType, t.edition],
    [t.expires, timeText(state.licence?.expiresAt, language)],
    [t.lastCheck, timeText(state.lastCheck, language)],
    [t.assetId, state.assetId],
  ];
}

function statusText(state: ConsoleState, language: ConsoleLanguage, now: number): string {
  const hours = hoursLeft(state, now);
  if (hours === undefined) return LABELS[language].notActivated;
  if (hours <= 0) return LABELS[language].expired;
  return language === "ja"
    ? `ライセンスはアクティベートされています。${hours} 時間で有効期限が切れます`
    : `License is activated and expires in ${hours} hours`;
}

/** Returns local time as "11月 24、2026 09:30:00" or "November 24, 2026, 09:30:00"; "-" without a time. */
export function timeText(ms: number | undefined, language: ConsoleLanguage): string {
  if (ms === undefined) return "-";
  const at = new Date(ms);
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(":");
  const day = twoDigits(at.getDate());
  return language === "ja"
    ? `${at.getMonth() + 1}月 ${day}、${at.getFullYear()} ${clock}`
    : `${MONTHS[at.getMonth()]} ${day}, ${at.getFullYear()}, ${clock}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
