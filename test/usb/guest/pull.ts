import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileSafely } from "../../../main/stick/safe-write.ts";
import { ask, report } from "./host.ts";
import { hurry, mount, plug, pull, unmount } from "./stick.ts";

// Pulls a stick out after a file was written to it, and in the middle of writing many: without and with our own care.

const FOLDER = "/media/stick";
const BYTES = new Uint8Array(3_000).fill(0x4b);
const FILES = 20;

const writers = {
  plainly: async (name: string) => await writeFile(join(FOLDER, name), BYTES),
  safely: async (name: string) => void (await writeFileSafely(FOLDER, name, BYTES)),
};

hurry();
for (const [way, write] of Object.entries(writers)) {
  for (const afterMs of [null, 20, 60, 120, 200, 300]) {
    const start = performance.now();
    await ask("restore");
    const partition = await plug("kingston", { writesPerSecond: 200 });
    await mount(partition, FOLDER);
    const ready = performance.now();
    await mkdir(FOLDER, { recursive: true });
    const pulled = afterMs === null ? null : pull("kingston", { afterMs });
    const written: string[] = [];
    try {
      for (let file = 1; file <= (afterMs === null ? 1 : FILES); file += 1) {
        await write(`file-${file}.key`);
        written.push(`file-${file}.key`);
      }
    } catch {
      // The stick is gone: what was written until then is what counts.
    }
    const done = performance.now();
    await (pulled ?? pull("kingston"));
    await unmount(FOLDER);
    const medium = await ask("inspect");
    report({ way, afterMs, written: written.length, medium, ms: [ready - start, done - ready, performance.now() - done].map(Math.round) });
  }
}
