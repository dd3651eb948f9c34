import type { ActivationUrl } from "../../core/link/activation-url.ts";
import { hostOfUrl } from "../../core/link/url-host.ts";
import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { Ticket, TicketId } from "../../core/stick/records.ts";
import type { ScanProgress, StickContents, StickRequest } from "../../core/stick/stick-contents.ts";
import { isSuspiciousName, isSystemName, KEYFERRY_FOLDER, limits } from "../../core/stick/stick-layout.ts";
import type { JudgedRequest } from "../../core/stick/stick-state.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import { findMadeByHand } from "./by-hand.ts";
import { type Entry, listFolder } from "./entries.ts";
import { readKeyferryFolder } from "./read-keyferry-folder.ts";
import type { Stick } from "./stick.ts";

/** A request with an intact ticket. Its key, if there is one, can be copied. */
export interface TicketedRequest {
  readonly folder: string;
  readonly ticket: Ticket;
  readonly ticketSha256: string;
  readonly url: ActivationUrl | null; // null when its file is damaged
  readonly answerSha256: string | null; // of answer.json, if it exists
  readonly request: StickRequest;
}

/** A request that can be fetched: its URL passed the check, and matches the ticket. */
export interface OpenRequest extends TicketedRequest {
  readonly url: ActivationUrl;
}

/** The result of a scan: `contents` is for display, the rest is for the steps. */
export interface StickReading {
  readonly contents: StickContents;
  readonly ticketed: ReadonlyMap<TicketId, TicketedRequest>;
  /** The requests of `ticketed` that have a URL. */
  readonly open: ReadonlyMap<TicketId, OpenRequest>;
  /** URLs saved by hand, by file: those of `contents.byHand.urls`, and those that already have a request. */
  readonly byHandUrls: ReadonlyMap<string, ActivationUrl>;
}

/**
 * Reads all that Keyferry can use on a stick. Treats it as hostile input: reads regular files only, within limits, and each
 * request separately. `hosts` replace the default allowed hosts of a URL. Calls `onProgress` after each request.
 */
export async function readStick(
  stick: Stick,
  hosts?: readonly string[],
  onProgress?: (progress: ScanProgress) => void,
): Promise<Outcome<StickReading>> {
  const before = await stick.check();
  if (!before.ok) return before;
  const root = await listFolder(stick.root, limits.entries, "/");
  if (!root.ok) {
    const there = await stick.check();
    return there.ok ? root : there;
  }
  const saved = await findMadeByHand({ path: stick.root, below: [] }, root.value.entries, hosts);
  const ours = await readKeyferryFolder(stick, hosts, onProgress);
  // A stick that is pulled during the scan looks empty or damaged. Reports that it was pulled instead.
  const after = await stick.check();
  if (!after.ok) return after;
  if (!ours.ok) return ours;

  const { judged } = ours.value;
  const ticketed = ticketedRequests(judged);
  const open = new Map([...ticketed].flatMap(([id, one]) => (isOpen(one) ? [[id, one] as const] : [])));
  const byHandUrls = new Map([...saved.urls, ...ours.value.saved.urls]);
  const taken = new Set([...open.values()].map(({ url }) => url.text));
  const offered = [...byHandUrls].filter(([, url]) => !taken.has(url.text));
  const contents: StickContents = {
    requests: judged.map(({ request }) => request),
    byHand: {
      urls: offered.map(([file, { text, assetId }]) => {
        return {
          file,
          assetId,
          host: hostOfUrl(text),
          urlSha256: fingerprintOf(new TextEncoder().encode(text)).sha256,
        };
      }),
      keys: [...saved.keys, ...ours.value.saved.keys],
    },
    foreign: [...foreignInRoot(root.value.entries), ...ours.value.foreign],
  };
  return ok({ contents, ticketed, open, byHandUrls });
}

const isOpen = (request: TicketedRequest): request is OpenRequest => request.url !== null;

function ticketedRequests(judged: readonly JudgedRequest[]): ReadonlyMap<TicketId, TicketedRequest> {
  const ticketed = judged.flatMap(({ request, evidence }) =>
    evidence === null ? [] : [[evidence.ticket.id, { folder: request.folder, ...evidence, request }] as const],
  );
  return new Map(ticketed);
}

/** The root may hold other people's files. Lists only programs, hidden files, and links and devices. */
const foreignInRoot = (entries: readonly Entry[]): readonly string[] =>
  entries
    .filter(
      ({ name, type }) =>
        name !== KEYFERRY_FOLDER && !isSystemName(name) && (type === "other" || isSuspiciousName(name)),
    )
    .map(({ name }) => name);
