import { basename, join, resolve } from "node:path";
import { parseTypedAssetId } from "../../core/link/asset-id.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { CopiedKey, NoticeCode } from "../../core/step-results.ts";
import {
  type DeliveryRecord,
  FORMAT_VERSION,
  recordFiles,
  recordText,
  type TicketId,
} from "../../core/stick/records.ts";
import { isActivatedName, limits } from "../../core/stick/stick-layout.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { commitFiles } from "../stick/commit.ts";
import { readFileSafely } from "../stick/entries.ts";
import { updateNextStep } from "../stick/next-step-file.ts";
import { requestPath } from "../stick/paths.ts";
import { readStick, type TicketedRequest } from "../stick/read-stick.ts";
import type { Stick } from "../stick/stick.ts";
import type { StepContext } from "./context.ts";
import { copyKeyToFolder, makeTarget, type VerifiedKey } from "./copy-key.ts";
import { keyByHand } from "./deliver-by-hand.ts";
import { deliverables } from "./deliverable.ts";
import { hostsOf } from "./hosts-of.ts";
import { asBytes, senderOf, timeOf } from "./record-head.ts";

/** What step 3 is asked for. `to` is a folder of this computer, made where it is missing. */
export interface DeliverInput {
  readonly to: string;
  readonly tickets?: readonly TicketId[];
  readonly assetId?: string;
  readonly byHand?: string;
}

/** Verified copies for the console's upload. */
export interface DeliveredKeys {
  readonly files: readonly CopiedKey[];
  readonly warnings: readonly NoticeCode[];
}

/** Step 3, at Computer B: checks every key, then copies them. Works with a stick that can only be read. */
export async function deliverKeys(
  stick: Stick,
  input: DeliverInput,
  context: StepContext,
): Promise<Outcome<DeliveredKeys>> {
  const assetId = typedAssetId(input);
  if (!assetId.ok) return assetId;
  const reading = await readStick(stick, hostsOf(context));
  if (!reading.ok) return reading;
  const to = resolve(input.to);
  if (input.byHand !== undefined) {
    const found = await keyByHand(stick, reading.value, input.byHand);
    if (!found.ok) return found;
    const files = await copyAll([found.value.key], to);
    const warnings = [...notCompared(assetId.value, [null]), ...found.value.warnings];
    return files.ok ? ok({ files: files.value, warnings }) : files;
  }
  const requests = deliverables(reading.value, input.tickets, assetId.value);
  if (!requests.ok) return requests;
  const keys = await readKeys(stick, requests.value);
  if (!keys.ok) return keys;
  const files = await copyAll(keys.value, to);
  if (!files.ok) return files;
  await context.known?.forget(files.value.map(({ ticketId }) => ticketId));
  const notices = await recordDeliveries(stick, requests.value, files.value, context);
  const found = requests.value.map(({ request }) => request.assetId);
  const warnings = [...notCompared(assetId.value, found), ...nameWarnings(keys.value), ...notices];
  return ok({ files: files.value, warnings });
}

function typedAssetId({ assetId }: DeliverInput): Outcome<string | null> {
  const typed = assetId === undefined ? ok(null) : parseTypedAssetId(assetId);
  return typed.ok ? ok(typed.value?.assetId ?? null) : typed;
}

/** A technician who enters an asset ID expects that each key was compared with it. */
const notCompared = (wanted: string | null, found: readonly (string | null)[]): readonly NoticeCode[] =>
  wanted !== null && found.includes(null) ? ["asset-id-not-compared"] : [];

/** Reads every key before any is copied. */
async function readKeys(stick: Stick, requests: readonly TicketedRequest[]): Promise<Outcome<readonly VerifiedKey[]>> {
  const keys: VerifiedKey[] = [];
  for (const { folder, ticket, request } of requests) {
    const { keyFile } = request;
    if (keyFile === null) return err({ code: "nothing-to-deliver" });
    const bytes = await readFileSafely(join(requestPath(stick, folder), keyFile.name), limits.key, keyFile.name);
    if (!bytes.ok) return bytes;
    // The scan compared the hash, too. But the file was read again since, and these bytes are the ones that are copied.
    if (fingerprintOf(bytes.value).sha256 !== keyFile.sha256) return err({ code: "file-differs", file: keyFile.name });
    keys.push({ ticketId: ticket.id, name: keyFile.name, bytes: bytes.value });
  }
  return ok(keys);
}

async function copyAll(keys: readonly VerifiedKey[], to: string): Promise<Outcome<readonly CopiedKey[]>> {
  const target = await makeTarget(to);
  if (!target.ok) return target;
  const files: CopiedKey[] = [];
  for (const key of keys) {
    const copied = await copyKeyToFolder(key, to);
    if (!copied.ok) return copied;
    files.push(copied.value);
  }
  return ok(files);
}

/** Writes the delivery records. A kiosk may have made the stick read-only: then returns a notice, and the copies stay. */
async function recordDeliveries(
  stick: Stick,
  requests: readonly TicketedRequest[],
  files: readonly CopiedKey[],
  context: StepContext,
): Promise<readonly NoticeCode[]> {
  let allRecorded = true;
  for (const request of requests) {
    const file = files.find(({ ticketId }) => ticketId === request.ticket.id);
    const record = file === undefined ? null : deliveryOf(request, file, context);
    if (record === null) continue;
    const bytes = asBytes(recordText(record));
    const written = await commitFiles(stick, request.folder, [{ name: recordFiles.delivery, bytes }]);
    allRecorded &&= written.ok;
  }
  const notices = await updateNextStep(stick, hostsOf(context));
  // One notice: a stick that takes no record takes no NEXT-STEP.txt for the same reason.
  return allRecorded ? notices : ["delivery-not-recorded"];
}

function deliveryOf(
  request: TicketedRequest,
  { path, bytes, sha256 }: CopiedKey,
  context: StepContext,
): DeliveryRecord | null {
  const { ticket, answerSha256 } = request;
  if (answerSha256 === null) return null;
  return {
    format: "keyferry-delivery",
    version: FORMAT_VERSION,
    ticketId: ticket.id,
    answerSha256,
    deliveredAt: timeOf(context),
    file: { name: basename(path), bytes, sha256 },
    ...senderOf(context, ticket.from === undefined),
  };
}

const nameWarnings = (keys: readonly VerifiedKey[]): readonly NoticeCode[] =>
  keys.every(({ name }) => isActivatedName(name)) ? [] : ["key-name-without-a"];
