import type { ActivationUrl } from "../../core/link/activation-url.ts";
import type { Outcome } from "../../core/problem.ts";
import { ok } from "../../core/result.ts";
import type { Ticket, TicketId } from "../../core/stick/records.ts";
import type { StickContents, StickRequest } from "../../core/stick/stick-contents.ts";
import { isSuspiciousName, isSystemName, KEYFERRY_FOLDER, limits } from "../../core/stick/stick-layout.ts";
import type { JudgedRequest } from "../../core/stick/stick-state.ts";
import { findMadeByHand } from "./by-hand.ts";
import { type Entry, listFolder } from "./entries.ts";
import { readKeyferryFolder } from "./read-keyferry-folder.ts";
import type { Stick } from "./stick.ts";

/** A request that can be acted on: its ticket is whole, and its URL is vetted and agrees with it. */
export interface OpenRequest {
  readonly folder: string;
  readonly ticket: Ticket;
  readonly ticketSha256: string;
  readonly url: ActivationUrl;
  readonly answerSha256: string | null; // of answer.json, where there is one
  readonly request: StickRequest;
}

/** One reading of a stick: what is shown, and what is acted on. */
export interface StickReading {
  readonly contents: StickContents;
  readonly open: ReadonlyMap<TicketId, OpenRequest>;
  /** The URLs behind `contents.byHand.urls`, by file. */
  readonly byHandUrls: ReadonlyMap<string, ActivationUrl>;
}

/**
 * Reads all of a stick that Keyferry can use, as hostile input: bounded, regular files only, each request alone.
 * `hosts` are the URL's allowed hosts where they are not the default ones.
 */
export async function readStick(stick: Stick, hosts?: readonly string[]): Promise<Outcome<StickReading>> {
  const before = await stick.check();
  if (!before.ok) return before;
  const root = await listFolder(stick.root, limits.entries, "/");
  if (!root.ok) {
    const there = await stick.check();
    return there.ok ? root : there;
  }
  const saved = await findMadeByHand({ path: stick.root, below: [] }, root.value.entries, hosts);
  const ours = await readKeyferryFolder(stick, hosts);
  // Pulled while it was read, a stick looks empty or damaged: what is said then is that it was pulled.
  const after = await stick.check();
  if (!after.ok) return after;

  const open = openRequests(ours.judged);
  const taken = new Set([...open.values()].map(({ url }) => url.text));
  const byHandUrls = new Map([...saved.urls, ...ours.saved.urls].filter(([, url]) => !taken.has(url.text)));
  const contents: StickContents = {
    requests: ours.judged.map(({ request }) => request),
    byHand: {
      urls: [...byHandUrls].map(([file, { assetId }]) => ({ file, assetId })),
      keys: [...saved.keys, ...ours.saved.keys],
    },
    foreign: [...foreignInRoot(root.value.entries), ...ours.foreign],
  };
  return ok({ contents, open, byHandUrls });
}

function openRequests(judged: readonly JudgedRequest[]): ReadonlyMap<TicketId, OpenRequest> {
  const open = judged.flatMap(({ request, evidence }) =>
    evidence === null ? [] : [[evidence.ticket.id, { folder: request.folder, ...evidence, request }] as const],
  );
  return new Map(open);
}

/** In the root other people's files are at home: only what runs, hides or leads elsewhere is worth a word. */
const foreignInRoot = (entries: readonly Entry[]): readonly string[] =>
  entries
    .filter(
      ({ name, kind }) =>
        name !== KEYFERRY_FOLDER && !isSystemName(name) && (kind === "other" || isSuspiciousName(name)),
    )
    .map(({ name }) => name);
