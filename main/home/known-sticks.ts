import { join } from "node:path";
import pLimit from "p-limit";
import * as v from "valibot";
import { anotherStick, type StickIdentity, sameStick, type WrittenRequest } from "../../core/drives/stick-identity.ts";
import { type TicketId, TicketIdSchema } from "../../core/stick/records.ts";
import type { AnotherStick, StickContents } from "../../core/stick/stick-contents.ts";
import type { Stick } from "../stick/stick.ts";
import { readJson, writeJson } from "./json-file.ts";

const FILE = "known-sticks.json";
const MOST_REQUESTS = 50; // more requests than are ever open at the same time

const Text = v.nullable(v.string());
const WrittenSchema = v.object({
  ticket: TicketIdSchema,
  assetId: Text,
  urlSha256: v.optional(v.string()),
  writtenAt: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT/)),
  stick: v.object({ serial: Text, volumeId: Text, label: Text }),
});
const FileSchema = v.array(WrittenSchema);

/** The stick of each request that this computer wrote. */
export interface KnownSticks {
  /** Records that a request was written to a stick. `writtenAt` is ISO 8601 with offset. Ignores a folder. */
  remember(stick: Stick, request: Omit<WrittenRequest, "stick">): Promise<void>;
  /** Returns the request for this URL on another stick whose key is not copied yet; null without one. */
  findOnAnotherStick(stick: Stick, urlSha256: string): Promise<WrittenRequest | null>;
  /** Removes requests whose keys have been copied. */
  forget(tickets: readonly (TicketId | null)[]): Promise<void>;
  /** Returns the stick of the last request when this is another one, else null. `now` in ms since 1970. */
  expectedStick(stick: Stick, contents: StickContents, now: number): Promise<AnotherStick | null>;
}

/**
 * Opens `<home>/known-sticks.json`. `identify` returns the stick that is mounted at a root; null for a folder. An unreadable
 * file counts as empty, and a failed write is ignored.
 */
export function createKnownSticks(
  home: string,
  identify: (root: string) => Promise<StickIdentity | null>,
): KnownSticks {
  const file = join(home, FILE);
  const mutex = pLimit(1);
  /** Changes the file under a mutex. Ignores a failure, which must not fail a step. */
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
