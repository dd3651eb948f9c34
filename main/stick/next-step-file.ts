import type { NoticeCode } from "../../core/hop-results.ts";
import type { Outcome } from "../../core/problem.ts";
import { nextStepText } from "../../core/stick/next-step.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { stickFiles } from "../../core/stick/stick-layout.ts";
import { checkOwnFolder, makeOwnFolder } from "./own-folder.ts";
import { keyferryPath } from "./paths.ts";
import { readStick } from "./read-stick.ts";
import { writeFileSafely } from "./safe-write.ts";
import type { Stick } from "./stick.ts";

/**
 * Brings NEXT-STEP.txt up to date after a hop. Nothing depends on it but a person without the app: a failure is a
 * notice, no reason to call the hop failed. `hosts` are the URL's allowed hosts where they are not the default ones.
 */
export async function updateNextStep(stick: Stick, hosts?: readonly string[]): Promise<readonly NoticeCode[]> {
  const reading = await readStick(stick, hosts);
  const written = reading.ok ? await writeNextStep(stick, reading.value.contents.requests) : reading;
  return written.ok ? [] : ["next-step-not-written"];
}

async function writeNextStep(stick: Stick, requests: readonly StickRequest[]): Promise<Outcome<void>> {
  const folder = await makeOwnFolder(stick);
  if (!folder.ok) return folder;
  const text = new TextEncoder().encode(nextStepText(requests));
  return await writeFileSafely(keyferryPath(stick), stickFiles.nextStep, text, () => checkOwnFolder(stick));
}
