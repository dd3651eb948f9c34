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

/** A request whose ticket is whole: its key can be delivered, where it has one. */
export interface TicketedRequest {
  readonly folder: string;
  readonly ticket: Ticket;
  readonly ticketSha256: string;
  readonly url: ActivationUrl | null; // null where its file was harmed
  readonly answerSha256: string | null; // of answer.json, where there is one
  readonly request: StickRequest;
}

/** A request that ALAS can be asked for: its URL is vetted, and is what the ticket says. */
export interface OpenRequest extends TicketedRequest {
  readonly url: ActivationUrl;
}

/** One reading of a stick: what is shown, and what is acted on. */
export interface StickReading {
  readonly contents: StickContents;
  readonly ticketed: ReadonlyMap<TicketId, TicketedRequest>;
  /** Of these, the ones with a URL. */
  readonly open: ReadonlyMap<TicketId, OpenRequest>;
  /** What people saved by hand, by file: all that `contents.byHand.urls` offers, and what is a request already. */
  readonly byHandUrls: ReadonlyMap<string, ActivationUrl>;
}

/**
 * Reads all of a stick that Keyferry can use, as hostile input: bounded, regular files only, each request alone.
 * `hosts` are the URL's allowed hosts where they are not the default ones. `onProgress` is told after each request.
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
  // Pulled while it was read, a stick looks empty or damaged: what is said then is that it was pulled.
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

/** In the root other people's files are at home: only what runs, hides or leads elsewhere is worth a word. */
const foreignInRoot = (entries: readonly Entry[]): readonly string[] =>
  entries
    .filter(
      ({ name, type }) =>
        name !== KEYFERRY_FOLDER && !isSystemName(name) && (type === "other" || isSuspiciousName(name)),
    )
    .map(({ name }) => name);
