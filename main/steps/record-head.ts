import type { StepContext } from "./context.ts";

/** Returns the time for a record, ISO 8601 with this computer's offset. For display: no other computer bases a decision on it. */
export function timeOf(context: StepContext): string {
  const now = context.now();
  const offset = -now.getTimezoneOffset(); // minutes east of UTC
  const two = (value: number) => String(value).padStart(2, "0");
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const hours = Math.floor(Math.abs(offset) / 60);
  return `${local}${offset < 0 ? "-" : "+"}${two(hours)}:${two(Math.abs(offset) % 60)}`;
}

/** Returns a record's author. A minimal request, and each later record of it, names neither computer nor person. */
export function senderOf(context: StepContext, minimal: boolean): { readonly from?: StepContext["from"] } {
  return minimal ? {} : { from: context.from };
}

/** Encodes a record or a text as UTF-8, as stored on the stick. */
export const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
