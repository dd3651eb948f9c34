import type { UrlProblem } from "../problem.ts";
import { withoutInvisible } from "./invisible-characters.ts";

// The link's text and the heading above it, without blanks. Japanese [S]; the others are not verified against a console
// and only used for recognition. A label inside a longer selection counts too.
const LINK_LABELS = [
  "ライセンスのアクティベーション",
  "アクティベート済みライセンス",
  "アクティベートされたライセンスキーのダウンロード",
  "activatelicense",
  "activatelicence",
  "activatedlicense",
  "activatedlicence",
  "licenseactivation",
  "激活许可证",
  "激活许可",
  "ativarlicença",
  "lizenzaktivieren",
];

/** The longest selection of the console's text (characters): a longer text with a label is about something else. */
const SELECTION_LIMIT = 200;

/** Returns why a pasted text holds no URL. Most often the link's text was copied instead of its address. */
export function whyNoUrl(pasted: string, hosts: readonly string[]): UrlProblem {
  const text = withoutInvisible(pasted).trim();
  if (text === "") return { code: "url-missing" };
  const lower = text.toLowerCase();
  if (hosts.some((host) => lower.includes(host))) return { code: "url-no-scheme" };
  const words = text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  if (words.length <= SELECTION_LIMIT && LINK_LABELS.some((label) => words.includes(label))) {
    return { code: "url-link-text" };
  }
  // "javascript:…", "mailto:…": the address of some links.
  const scheme = /^([a-z][a-z0-9+-]{1,15}):\S+$/i.exec(text)?.[1];
  return scheme === undefined ? { code: "url-not-found" } : { code: "url-not-https", scheme: scheme.toLowerCase() };
}
