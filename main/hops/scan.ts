import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { StickContents } from "../../core/stick/stick-contents.ts";
import { readStick } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import { earlierFetches } from "./earlier-fetches.ts";
import type { FetchContext } from "./fetch-context.ts";
import { hostsOf } from "./hosts-of.ts";

/**
 * What is on a stick, whether it is the one that this computer's last request was written to, and what is known of earlier
 * fetches of each request's system.
 */
export async function scanStick(
  stick: Stick,
  context: Pick<FetchContext, "known" | "now" | "policy" | "journal" | "answers">,
): Promise<Outcome<StickContents>> {
  const { known } = context;
  const now = context.now().getTime();
  const reading = await readStick(stick, hostsOf(context));
  if (!reading.ok) return reading;
  const { contents } = await earlierFetches(stick, reading.value, context, now);
  const another = (await known?.another(stick, contents, now)) ?? null;
  return ok({ ...contents, ...(another === null ? {} : { another }) });
}
