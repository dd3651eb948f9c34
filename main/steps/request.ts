import { type ActivationUrl, parseActivationUrl } from "../../core/link/activation-url.ts";
import { parseTypedAssetId, sameAssetId } from "../../core/link/asset-id.ts";
import { hostOfUrl } from "../../core/link/url-host.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import { OPERATOR_LIMIT } from "../../core/settings.ts";
import type { NoticeCode, SavedRequest } from "../../core/step-results.ts";
import type { StickRequest } from "../../core/stick/stick-contents.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { commitFiles } from "../stick/commit.ts";
import { updateNextStep } from "../stick/next-step-file.ts";
import { readStick, type StickReading } from "../stick/read-stick.ts";
import { removeUnfinished } from "../stick/remove-unfinished.ts";
import type { Stick } from "../stick/stick.ts";
import type { StepContext } from "./context.ts";
import { hostsOf } from "./hosts-of.ts";
import { makeTicket } from "./make-ticket.ts";
import { asBytes } from "./record-head.ts";

/** The input of step 1. `pasted` may have any text around the URL; `again` allows a URL that already has a request. */
export interface RequestInput {
  readonly pasted: string;
  readonly assetId?: string;
  readonly note?: string;
  readonly minimal: boolean;
  readonly again: boolean;
  /** The URL comes from a file that was saved by hand: no note or operator can be added. */
  readonly byHand?: boolean;
}

const NOTE_LIMIT = 1_000; // characters, as the record allows

/** Runs step 1 at Computer B: checks the URL, writes the request and reads it back. Writes nothing for an invalid URL. */
export async function saveRequest(
  stick: Stick,
  input: RequestInput,
  context: StepContext,
): Promise<Outcome<SavedRequest>> {
  const hosts = hostsOf(context);
  const url = parseActivationUrl(input.pasted, hosts);
  if (!url.ok) return url;
  const assetId = agreedAssetId(url.value, input.assetId);
  if (!assetId.ok) return assetId;
  const described = vetDescription(input, context);
  if (!described.ok) return described;

  const reading = await readStick(stick, hosts);
  if (!reading.ok) return reading;
  const before = input.again ? undefined : requestOf(url.value, reading.value);
  if (before !== undefined) return err({ code: "already-requested", ticket: before.ticket.id });
  const { sha256: urlSha256 } = fingerprintOf(asBytes(url.value.text));
  // A URL saved by hand is at Computer A already, where the fetch rule decides.
  const other = input.again || input.byHand ? null : await context.known?.findOnAnotherStick(stick, urlSha256);
  if (other) return err({ code: "already-requested", ticket: other.ticket, elsewhere: { label: other.stick.label } });

  const { minimal, note } = input;
  const made = makeTicket(
    url.value,
    { assetId: assetId.value, minimal, ...(note === undefined ? {} : { note }) },
    context,
  );
  const written = await commitFiles(stick, made.folder, made.files);
  if (!written.ok) return err(await context.whyUnwritable(stick, written.error));
  const unfinished = reading.value.contents.requests.filter(isUnfinished).map(({ folder }) => folder);
  await removeUnfinished(stick, unfinished, { url: url.value.text, assetId: assetId.value });
  const notices = await updateNextStep(stick, hosts);
  const { id: ticket, createdAt: writtenAt } = made.ticket;
  await context.known?.remember(stick, { ticket, assetId: assetId.value, urlSha256, writtenAt });
  return ok({
    ticket: { id: made.ticket.id, folder: made.folder, assetId: assetId.value },
    host: hostOfUrl(url.value.text),
    trimmed: url.value.trimmed,
    warnings: [...warningsOf(url.value, assetId.value), ...notices],
    verified: true,
  });
}

/** Checks the note and the operator: no longer than a record allows, and present when the site's policy requires them. */
function vetDescription(
  { note = "", minimal, byHand = false }: RequestInput,
  { from, policy }: StepContext,
): Outcome<void> {
  const { operator = "" } = from;
  if (note.length > NOTE_LIMIT) return tooLong("note", NOTE_LIMIT);
  if (operator.length > OPERATOR_LIMIT) return tooLong("operator", OPERATOR_LIMIT);
  if (policy?.requireNote && (minimal || note.trim() === "")) return err({ code: "note-required", byHand });
  if (policy?.requireOperator && (minimal || operator.trim() === "")) return err({ code: "operator-required", byHand });
  return ok(undefined);
}

const tooLong = (what: string, limit: number) =>
  err({ code: "usage", detail: `${what}: at most ${limit} characters` } as const);

/** Finds a request with the same URL, in any state: a second fetch of it may use up an activation. */
const requestOf = (url: ActivationUrl, { open }: StickReading) =>
  [...open.values()].find((request) => request.url.text === url.text);

const isUnfinished = ({ problems }: StickRequest): boolean =>
  problems.some(({ code }) => code === "request-unfinished");

/** Returns the URL's asset ID, or the one that the technician read on the console's masthead. The two must agree. */
function agreedAssetId({ assetId: found }: ActivationUrl, typed: string | undefined): Outcome<string | null> {
  if (typed === undefined) return ok(found);
  const given = parseTypedAssetId(typed);
  if (!given.ok) return given;
  const expected = given.value.assetId;
  if (found !== null && !sameAssetId(expected, found)) return err({ code: "asset-id-mismatch", expected, found });
  return ok(found ?? expected);
}

const warningsOf = ({ warnings }: ActivationUrl, assetId: string | null): readonly NoticeCode[] =>
  warnings.filter((warning) => warning !== "asset-id-unknown" || assetId === null);
