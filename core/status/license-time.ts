const HOURS_A_DAY = 24;
const NUMBER = String.raw`(\d{1,3}(?:[,.'’ ]\d{3}){1,2}|\d{1,7})(?:\.\d+)?`;
const DAYS = new RegExp(String.raw`(?<![\d.,])${NUMBER} ?(?:days?\b|日)`);
const HOURS = new RegExp(String.raw`(?<![\d.,])${NUMBER} ?(?:hours?\b|hrs?\b|h\b|時間)`);
const MINUTES = /(?<!\d)\d{1,7} ?(?:minutes?\b|mins?\b|分)/;
// "Renewal is attempted every 24 hours" says nothing about the licence's end.
const INTERVAL = /\bevery \d+ (?:hours?|days?)|\d+ ?(?:時間|日)(?:ごと|毎|おき)/g;
const DATE_IN_IT = /\d{4}[-/年.]|\d月/;

/**
 * Returns the time left that a console's sentence states, in hours: "44 days 17 hours", "8,760 時間", also in full-width digits.
 * Whole hours; less than one is 0. Null if it states none.
 */
export function hoursLeft(text: string): number | null {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").replace(INTERVAL, "");
  if (DATE_IN_IT.test(plain)) return null;
  const days = DAYS.exec(plain)?.[1];
  const hours = HOURS.exec(plain)?.[1];
  if (days === undefined && hours === undefined) return MINUTES.test(plain) ? 0 : null;
  return numberOf(days) * HOURS_A_DAY + numberOf(hours);
}

const numberOf = (digits: string | undefined): number => Number(digits?.replace(/\D/g, "") ?? 0);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const GAP = "[\\s,、]*";
const DATES: readonly { pattern: RegExp; order: "ymd" | "mdy" | "dmy" }[] = [
  { pattern: /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?/, order: "ymd" },
  { pattern: new RegExp(`^(\\d{1,2}) ?月${GAP}(\\d{1,2}) ?日?${GAP}(\\d{4})年?`), order: "mdy" }, // "月 dd、20yy" [S]
  { pattern: new RegExp(`^${MONTH}${GAP}(\\d{1,2})(?:st|nd|rd|th)?${GAP}(\\d{4})`), order: "mdy" },
  { pattern: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\.? ${MONTH}${GAP}(\\d{4})`), order: "dmy" },
];
const WEEKDAY = /^(?:\(?[日月火水木金土]曜日?\)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)[\s,、]*/;
const TIME =
  /^(?:\([日月火水木金土]\))?[\s,、t]*(?:at )?(午前|午後|[ap]\.?m\.?)? ?(\d{1,2}) ?[:時] ?(\d{2})(?: ?[:分] ?(\d{2})(?:\.\d+)?)? ?[分秒]? ?(午前|午後|[ap]\.?m\.?)?(?: ?\(?(?:[a-z]{1,5}|[a-z]{0,3}[+-]\d{1,2}:?\d{0,2})\)?)?$/;

/**
 * Reads a moment as a console shows it, `月 dd、20yy時刻` [S] and its English and numeric forms, into ISO 8601 without a
 * zone: "2027-01-05T10:00:00", or "2027-01-05" without a time. A zone's name after it is dropped, since the clock shown
 * is the console's. Returns an ambiguous date ("01/05/2027": January or May?) as written.
 */
export function momentOf(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim().replace(WEEKDAY, "");
  for (const { pattern, order } of DATES) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const date = isoDate(match.slice(1, 4), order);
    const time = isoTime(plain.slice(match[0].length));
    return date === null || time === null ? text : date + time;
  }
  return text;
}

function isoDate(parts: readonly string[], order: "ymd" | "mdy" | "dmy"): string | null {
  const [year, month, day] = ["y", "m", "d"].map((part) => parts[order.indexOf(part)]);
  const y = Number(year);
  const m = MONTHS.indexOf(month ?? "") + 1 || Number(month);
  const d = Number(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) ? `${y}-${two(m)}-${two(d)}` : null;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isoTime(text: string): string | null {
  if (/^[\s,、]*$/.test(text)) return "";
  const [whole, before, hour, minute, second = "0", behind] = TIME.exec(text) ?? [];
  if (whole === undefined) return null;
  const half = (before ?? behind)?.replaceAll(".", "");
  const h = inDay(Number(hour), half === "午後" || half === "pm", half !== undefined);
  return h !== null && Number(minute) < 60 && Number(second) < 60
    ? `T${two(h)}:${two(Number(minute))}:${two(Number(second))}`
    : null;
}

/** The hour of the day, 0 to 23; on a 12-hour clock, 12 is the first hour. */
function inDay(hour: number, afternoon: boolean, halfDay: boolean): number | null {
  if (!halfDay) return hour < 24 ? hour : null;
  return hour <= 12 ? (hour % 12) + (afternoon ? 12 : 0) : null;
}

const two = (number: number): string => String(number).padStart(2, "0");
