import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { StickContents } from "../../core/stick/stick-contents.ts";
import { readStick } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import type { HopContext } from "./context.ts";

/** What is on a stick, and whether it is the one that this computer's last request was written to. */
export async function scanStick(
  stick: Stick,
  { known, now }: Pick<HopContext, "known" | "now">,
): Promise<Outcome<StickContents>> {
  const reading = await readStick(stick);
  if (!reading.ok) return reading;
  const { contents } = reading.value;
  const another = (await known?.another(stick, contents, now().getTime())) ?? null;
  return ok(another === null ? contents : { ...contents, another });
}
