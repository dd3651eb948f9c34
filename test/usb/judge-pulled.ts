import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RequestState } from "../../core/stick/stick-contents.ts";
import { stickAtFolder } from "../../main/drives/stick-at-folder.ts";
import { readStick } from "../../main/stick/read-stick.ts";
import { checkStick, type Stick, unpackStick } from "../../tools/lib/usb/stick.mjs";
import { done } from "../fixtures/done.ts";
import { ACTIVATION_URL, FOREIGN, KEY } from "./trip.ts";

/** What a stick's medium holds after a pull, by the product's own reading and by the bytes themselves. */
export interface Found {
  /** Of the request that went furthest, where a first try left another. */
  readonly state: RequestState | "no request yet";
  /** How many requests the stick has. */
  readonly requests: number;
  /** Whether these files are, byte for byte, what was to be written. */
  readonly url: boolean;
  readonly key: boolean;
  /** Other people's files that are not what they were. */
  readonly harmed: readonly string[];
  /** Whether fsck found a file of ours that was never finished, or clusters of one. */
  readonly unfinished: boolean;
  /** What else fsck found. */
  readonly problems: readonly string[];
  /** What the reading warns of: it should know everything of ours. */
  readonly strange: readonly string[];
}

// A file of ours that never got its name may be cut off, and its clusters lost: nothing was ever said of it.
const UNFINISHED = /^\/KEYFERRY\/(?:[\w-]+\/)?[\w.-]+\.part /;

export async function judgePulled(usbStick: Stick): Promise<Found> {
  const { problems } = await checkStick(usbStick);
  const others = problems.filter((problem) => !UNFINISHED.test(problem));
  const root = await realpath(await mkdtemp(`${usbStick.image}.files`));
  try {
    await unpackStick(usbStick, root);
    const { contents } = done(await readStick(done(await stickAtFolder(root))));
    const { requests } = contents;
    const request = requests.find(({ state }) => state === "answered" || state === "delivered") ?? requests[0];
    const ours = join(root, "KEYFERRY", request?.folder ?? "");
    const harmed = await Promise.all(
      Object.entries(FOREIGN).map(async ([name, text]) => ((await holds(join(root, name), text)) ? [] : [name])),
    );
    return {
      state: request?.state ?? "no request yet",
      requests: requests.length,
      url: await holds(join(ours, "activation-url.txt"), `${ACTIVATION_URL}\r\n`),
      key: await holds(join(ours, KEY.name), KEY.bytes),
      harmed: harmed.flat(),
      unfinished: others.length < problems.length,
      problems: others,
      strange: contents.foreign,
    };
  } finally {
    await rm(root, { recursive: true });
  }
}

async function holds(file: string, content: string | Uint8Array): Promise<boolean> {
  const bytes = await readFile(file).catch(() => null);
  return bytes?.equals(Buffer.from(content)) ?? false;
}
