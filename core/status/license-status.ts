import type { ProblemOf } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";
import { hoursLeft, momentOf } from "./license-time.ts";

/** A console's licence status. Moments are ISO 8601 without a zone (the console's own clock), or as written. */
export interface LicenseStatus {
  readonly state: "activated" | "expired" | "not-activated" | "unknown";
  /** As the console states it; null for a permanent or expired licence, or if not stated. */
  readonly expiresInHours: number | null;
  readonly expiresAt: string | null;
  readonly type: string | null;
  readonly lastCheck: string | null;
  readonly assetId: string | null;
}

type Field = "status" | "type" | "expiry" | "lastCheck" | "assetId";

/** How much of a pasted text is read, in characters. */
const PASTE_LIMIT = 64 * 1024;
/** A status may be wrapped over this many lines; other text follows. */
const STATUS_LINES = 3;

// Without blanks and in lower case. The first of each language is the vendor's label [S]; the others are variants.
const LABELS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ["ステータス", "status"],
  ["ライセンスステータス", "status"],
  ["ライセンスのステータス", "status"],
  ["状態", "status"],
  ["status", "status"],
  ["licensestatus", "status"],
  ["licencestatus", "status"],
  ["ライセンスのタイプ", "type"],
  ["ライセンスタイプ", "type"],
  ["ライセンスの種類", "type"],
  ["タイプ", "type"],
  ["licensetype", "type"],
  ["licencetype", "type"],
  ["type", "type"],
  ["有効期限", "expiry"],
  ["expiration", "expiry"],
  ["expirationdate", "expiry"],
  ["expirydate", "expiry"],
  ["expiry", "expiry"],
  ["expires", "expiry"],
  ["expireson", "expiry"],
  ["validuntil", "expiry"],
  ["前回のチェック", "lastCheck"],
  ["最終チェック", "lastCheck"],
  ["lastcheck", "lastCheck"],
  ["lastchecked", "lastCheck"],
  ["アセットid", "assetId"],
  ["資産id", "assetId"],
  ["assetid", "assetId"],
]);

// Only what has happened: neither what is denied nor what is to come ("expired" in so many hours, until, when, …).
const EXPIRED = new RegExp(
  [
    String.raw`(?<!(?:\bnot|\bnever|n['’]t)(?: yet| been)* |\b(?:be|until|before|if|when) )\bexpired\b`,
    "切れ(?:ました|た(?!ら|場合|とき|時)|て(?:い|お)(?!ませ|りませ|な))",
    "(?<!(?:時間|日)(?:で|後に?) ?(?:有効)?)期限切れ(?! ?(?:で[はな]|まで|前|日|間近|が近|の?予定|[にと]な(?:る|り(?!まし)|っていま?[せな])))",
    "失効(?:しまし|した(?!ら|場合|とき|時)|済|して(?:い|お)(?!ませ|りませ|な))",
  ].join("|"),
);
const NOT_ACTIVATED =
  /\bnot (?:yet )?(?:been )?activ|\bunactivated|\binactive|\bno licen[sc]e|activation (?:is )?required|(?:アクティベート|アクティベーション|有効化)(?:は|が)?(?:され|して|済みでは)(?:てい)?(?:ません|な)|未アクティベ|アクティベーションが必要/;
const ACTIVATED = /\bactiv(?:ated|e)\b|アクティベート(?:されて|済み)|有効です|有効化されて/;
const NO_EXPIRY =
  /^(?:[-–—*]+|n\/?a|none|never|permanent|perpetual|unlimited|no expir.*|なし|無し|無期限|永久.*|期限なし|ありません)?$/i;

/**
 * Reads the status block that a technician copied out of the console, in Japanese or English [S]: labels at line starts
 * in any order, the value behind a colon, behind a tab or on the next line, with whatever else was selected around it. A
 * permanent licence shows no expiry. Fails only if it contains no status. Uses no clock.
 */
export function parseLicenseStatus(text: string): Result<LicenseStatus, ProblemOf<"status-unreadable">> {
  const lines = text
    .slice(0, PASTE_LIMIT)
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/)
    .map((line) => line.trim());
  const fields = fieldsOf(lines);
  const status = fields.get("status") ?? lines.filter((line) => stateOf(line) !== "unknown").slice(0, STATUS_LINES);
  if (fields.size === 0 && status.length === 0) return err({ code: "status-unreadable" });

  const state = firstKnown(status.map(stateOf));
  const expiry = fields.get("expiry")?.[0] ?? "";
  const permanent = NO_EXPIRY.test(expiry.normalize("NFKC"));
  const stated = hoursLeft(status.join(" "));
  return ok({
    state,
    expiresInHours: state === "expired" ? null : (stated ?? hoursLeft(expiry)),
    expiresAt: permanent || hoursLeft(expiry) !== null ? null : momentOf(expiry),
    type: fields.get("type")?.[0] ?? null,
    lastCheck: momentOf(fields.get("lastCheck")?.[0] ?? "") || null,
    assetId: fields.get("assetId")?.[0] ?? null,
  });
}

/** Returns the lines of each field's value. The first label with a value counts, since "Status" may also be a heading. */
function fieldsOf(lines: readonly string[]): ReadonlyMap<Field, readonly string[]> {
  const fields = new Map<Field, string[]>();
  let open: string[] = [];
  for (const line of lines) {
    const { field, value } = labelled(line);
    if (field === undefined) {
      if (line !== "" && open.length < STATUS_LINES) open.push(line);
    } else {
      open = value === "" ? [] : [value];
      if (!fields.get(field)?.length) fields.set(field, open);
    }
  }
  return fields;
}

function labelled(line: string): { field: Field | undefined; value: string } {
  const bare = line.replace(/^[•・*■●◆–—-]\s*/u, "");
  const [, label = "", value = ""] = /^(.{1,40}?)(?:\s*[:：\t]\s*|\s{2,}|$)(.*)$/u.exec(bare) ?? [];
  return { field: LABELS.get(label.normalize("NFKC").toLowerCase().replace(/\s/g, "")), value: value.trim() };
}

function stateOf(line: string): LicenseStatus["state"] {
  const plain = line.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  if (EXPIRED.test(plain)) return "expired";
  if (NOT_ACTIVATED.test(plain)) return "not-activated";
  return ACTIVATED.test(plain) ? "activated" : "unknown";
}

const firstKnown = (states: readonly LicenseStatus["state"][]): LicenseStatus["state"] =>
  states.find((state) => state !== "unknown") ?? "unknown";
