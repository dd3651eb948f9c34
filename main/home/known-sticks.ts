import { join } from "node:path";
import pLimit from "p-limit";
import * as v from "valibot";
import { anotherStick, type StickIdentity, sameStick, type WrittenRequest } from "../../core/drives/stick-identity.ts";
import { type TicketId, TicketIdSchema } from "../../core/stick/records.ts";
import type { AnotherStick, StickContents } from "../../core/stick/stick-contents.ts";
import type { Stick } from "../stick/stick.ts";
import { readJson, writeJson } from "./json-file.ts";

const FILE = "known-sticks.json";
const MOST_REQUESTS = 50; // requests: more trips are not under way at once

const Text = v.nullable(v.string());
const WrittenSchema = v.object({
  ticket: TicketIdSchema,
  assetId: Text,
  urlSha256: v.optional(v.string()),
  writtenAt: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT/)),
  stick: v.object({ serial: Text, volumeId: Text, label: Text }),
});
const FileSchema = v.array(WrittenSchema);

/** Which stick each of this computer's requests went to. */
export interface KnownSticks {
  /** A request was written to a stick. `writtenAt` is ISO 8601 with offset. A folder is no stick and not remembered. */
  remember(stick: Stick, request: Omit<WrittenRequest, "stick">): Promise<void>;
  /** The request for this URL that was written to another stick and is not delivered yet; null when there is none. */
  findOnAnotherStick(stick: Stick, urlSha256: string): Promise<WrittenRequest | null>;
  /** These requests' keys are delivered: nobody looks for them any more. */
  forget(tickets: readonly (TicketId | null)[]): Promise<void>;
  /** The stick to look for instead, when this is not the one that the last request was written to. `now` in ms since 1970. */
  expectedStick(stick: Stick, contents: StickContents, now: number): Promise<AnotherStick | null>;
}

/**
 * Keeps them in `<home>/known-sticks.json`. `identify` tells which stick is mounted at a root; null for a folder. A file that
 * cannot be read or written is as one that knows of nothing.
 */
export function createKnownSticks(
  home: string,
  identify: (root: string) => Promise<StickIdentity | null>,
): KnownSticks {
  const file = join(home, FILE);
  const mutex = pLimit(1);
  /** One change after the other; one that fails is no reason to fail a step. */
  const change = (edit: (known: readonly WrittenRequest[]) => readonly WrittenRequest[]): Promise<void> => {
    return mutex(async () => {
      const known = (await readJson(file, FileSchema)) ?? [];
      const edited = edit(known);
      if (edited.length > 0 || known.length > 0) await writeJson(file, edited.slice(-MOST_REQUESTS));
    }).catch(() => undefined);
  };

  return {
    remember: async (stick, request) => {
      const identity = await identify(stick.root);
      if (identity !== null) await change((known) => [...known, { ...request, stick: identity }]);
    },
    findOnAnotherStick: async (stick, urlSha256) => {
      const written = ((await readJson(file, FileSchema)) ?? []).findLast((one) => one.urlSha256 === urlSha256);
      if (written === undefined) return null;
      const here = await identify(stick.root);
      return here !== null && sameStick(here, written.stick) === true ? null : written;
    },
    forget: (tickets) => change((known) => known.filter(({ ticket }) => !tickets.includes(ticket))),
    expectedStick: async (stick, contents, now) => {
      const found = anotherStick(contents, await identify(stick.root), (await readJson(file, FileSchema)) ?? [], now);
      return found && { label: found.stick.label, assetId: found.assetId, writtenAt: found.writtenAt };
    },
  };
}
