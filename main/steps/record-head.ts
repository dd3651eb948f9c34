import type { StepContext } from "./context.ts";

/** A record's time by this computer's clock and in its zone, with the offset. No other computer decides by it. */
export function timeOf(context: StepContext): string {
  const now = context.now();
  const offset = -now.getTimezoneOffset(); // minutes east of UTC
  const two = (value: number) => String(value).padStart(2, "0");
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const hours = Math.floor(Math.abs(offset) / 60);
  return `${local}${offset < 0 ? "-" : "+"}${two(hours)}:${two(Math.abs(offset) % 60)}`;
}

/** Who writes a record. A minimal request names neither computer nor person, and so do the records that follow it. */
export function senderOf(context: StepContext, minimal: boolean): { readonly from?: StepContext["from"] } {
  return minimal ? {} : { from: context.from };
}

/** A record or a text as it lies on the stick. */
export const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
