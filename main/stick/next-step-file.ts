import { join } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import type { NoticeCode } from "../../core/step-results.ts";
import { isNextStepText, nextStepText } from "../../core/stick/next-step.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { KEYFERRY_FOLDER, stickFiles, temporaryName } from "../../core/stick/stick-layout.ts";
import { decodeRecord } from "../lib/decode-text.ts";
import { entryAt, readFileSafely } from "./entries.ts";
import { checkOwnFolder, makeOwnFolder } from "./own-folder.ts";
import { keyferryPath } from "./paths.ts";
import { readStick } from "./read-stick.ts";
import { writeFileSafely } from "./safe-write.ts";
import type { Stick } from "./stick.ts";

/**
 * Brings NEXT-STEP.txt up to date after a step. Nothing depends on it but a person without the app: a failure is a
 * notice, no reason to call the step failed. `hosts` are the URL's allowed hosts where they are not the default ones.
 */
export async function updateNextStep(stick: Stick, hosts?: readonly string[]): Promise<readonly NoticeCode[]> {
  const reading = await readStick(stick, hosts);
  const written = reading.ok ? await writeNextStep(stick, reading.value.contents.requests) : reading;
  return written.ok ? [] : ["next-step-not-written"];
}

const LIMIT = 8 * 1024 * 1024; // bytes: the text of 5,000 requests in two languages is shorter

/**
 * Brings a NEXT-STEP.txt up to date that a pull left behind, from what was just read of the stick. Only Keyferry's own text
 * is replaced, and none is made where no file was begun. A failure changes nothing: the next step writes the file anyway.
 */
export async function mendNextStep(stick: Stick, requests: readonly StickRequest[]): Promise<void> {
  if (requests.some(({ state }) => state === "newer")) return; // a newer Keyferry may say more in it
  const text = nextStepText(requests);
  const found = await foundNextStep(stick);
  if (found === null || found === text || (found !== "" && !isNextStepText(found))) return;
  const there = await stick.check();
  if (there.ok) await writeText(stick, text);
}

/** The file's text, "" for one that was only begun; null where there is none, or none that may be replaced. */
async function foundNextStep(stick: Stick): Promise<string | null> {
  const { nextStep } = stickFiles;
  const folder = keyferryPath(stick);
  if ((await entryAt(stick.root, KEYFERRY_FOLDER))?.type !== "folder") return null; // a link leads elsewhere
  const bytes = await readFileSafely(join(folder, nextStep), LIMIT, nextStep);
  if (bytes.ok) return decodeRecord(bytes.value);
  const begun = await entryAt(folder, temporaryName(nextStep));
  return bytes.error.code === "file-missing" && begun?.type === "file" ? "" : null;
}

async function writeNextStep(stick: Stick, requests: readonly StickRequest[]): Promise<Outcome<void>> {
  const folder = await makeOwnFolder(stick);
  if (!folder.ok) return folder;
  return await writeText(stick, nextStepText(requests));
}

const writeText = (stick: Stick, text: string): Promise<Outcome<void>> =>
  writeFileSafely(keyferryPath(stick), stickFiles.nextStep, new TextEncoder().encode(text), () =>
    checkOwnFolder(stick),
  );
