import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { anotherStick, type StickIdentity, type WrittenRequest } from "../../core/drives/stick-identity.ts";
import { type TicketId, TicketIdSchema } from "../../core/stick/records.ts";
import type { AnotherStick, StickContents } from "../../core/stick/stick-contents.ts";
import { createLine } from "../stick/one-at-a-time.ts";
import type { Stick } from "../stick/stick.ts";

const FILE = "known-sticks.json";
const KEPT = 50; // requests: more trips are not under way at once

const Text = v.nullable(v.string());
const WrittenSchema = v.object({
  ticket: TicketIdSchema,
  assetId: Text,
  writtenAt: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT/)),
  stick: v.object({ serial: Text, volumeId: Text, label: Text }),
});
const FileSchema = v.array(WrittenSchema);

/** Which stick each of this computer's requests went to. Nothing depends on it: it only helps whoever has the wrong stick. */
export interface KnownSticks {
  /** A request was written to a stick. `writtenAt` is ISO 8601 with offset. A folder is no stick and not remembered. */
  remember(stick: Stick, request: Omit<WrittenRequest, "stick">): Promise<void>;
  /** These requests' keys are delivered: nobody looks for them any more. */
  forget(tickets: readonly (TicketId | null)[]): Promise<void>;
  /** The stick to look for instead, when this is not the one that the last request was written to. `now` in ms since 1970. */
  another(stick: Stick, contents: StickContents, now: number): Promise<AnotherStick | null>;
}

export function createKnownSticks(
  home: string,
  identify: (root: string) => Promise<StickIdentity | null>,
): KnownSticks {
  const alone = createLine();
  /** One change after the other; one that fails is no reason to fail a hop. */
  const change = (edit: (known: readonly WrittenRequest[]) => readonly WrittenRequest[]): Promise<void> => {
    return alone(async () => {
      const known = await readKnown(home);
      const edited = edit(known);
      if (edited.length > 0 || known.length > 0) await writeKnown(home, edited.slice(-KEPT));
    }).catch(() => undefined);
  };

  return {
    remember: async (stick, request) => {
      const identity = await identify(stick.root);
      if (identity !== null) await change((known) => [...known, { ...request, stick: identity }]);
    },
    forget: (tickets) => change((known) => known.filter(({ ticket }) => !tickets.includes(ticket))),
    another: async (stick, contents, now) => {
      const found = anotherStick(contents, await identify(stick.root), await readKnown(home), now);
      return found && { label: found.stick.label, assetId: found.assetId, writtenAt: found.writtenAt };
    },
  };
}

async function readKnown(home: string): Promise<readonly WrittenRequest[]> {
  try {
    const parsed = v.safeParse(FileSchema, JSON.parse(await readFile(join(home, FILE), "utf8")));
    return parsed.success ? parsed.output : [];
  } catch {
    return []; // not there yet, or not JSON: it is written anew
  }
}

/** As a whole; a crash leaves the old one or the new one. */
async function writeKnown(home: string, known: readonly WrittenRequest[]): Promise<void> {
  await mkdir(home, { recursive: true });
  const temporary = join(home, `${FILE}.part`);
  await writeFile(temporary, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
  await rename(temporary, join(home, FILE));
}
