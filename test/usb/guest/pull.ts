import { open, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileSafely } from "../../../main/stick/safe-write.ts";
import { ask, report } from "./host.ts";
import { pullDuring } from "./pull-during.ts";
import { hurry } from "./stick.ts";

// Pulls the stick out: right after a file was written in one of several ways, and in the middle of writing many files.

const BYTES = new Uint8Array(3_000).fill(0x4b);
const FILES = 10;
const PULLS = 10;
const SLOW = { writesPerSecond: 200 };

const WAYS: Record<string, (folder: string, name: string) => Promise<void>> = {
  "without a sync": (folder, name) => writeFile(join(folder, name), BYTES),
  "synced, then renamed": (folder, name) => writeAndRename(folder, name, false),
  "synced, renamed, synced again": (folder, name) => writeAndRename(folder, name, true),
  "as the product does": writeAsTheProduct,
};

await hurry();

for (const [way, write] of Object.entries(WAYS)) {
  await ask("restore");
  const { error, cycleMs } = await pullDuring("kingston", { mountedAs: "fat32 by hand" }, (folder) =>
    write(folder, "a.key"),
  );
  report({ way, error, cycleMs, medium: await ask("inspect") });
}

await ask("restore");
const { workMs: wholeMs } = await pullDuring("kingston", SLOW, (folder) => writeMany(folder, []));
for (let pull = 0; pull < PULLS; pull += 1) {
  await ask("restore");
  const written: string[] = [];
  const afterMs = Math.round((wholeMs * pull) / PULLS);
  const { error, cycleMs } = await pullDuring("kingston", { ...SLOW, afterMs }, (folder) => writeMany(folder, written));
  report({ afterMs, wholeMs, written, error, cycleMs, medium: await ask("inspect") });
}

async function writeAndRename(folder: string, name: string, again: boolean): Promise<void> {
  const file = await open(join(folder, `${name}.part`), "wx");
  await file.writeFile(BYTES);
  await file.sync();
  await rename(join(folder, `${name}.part`), join(folder, name));
  if (again) await file.sync();
  await file.close();
  const entries = await open(folder, "r");
  await entries.sync();
  await entries.close();
}

async function writeAsTheProduct(folder: string, name: string): Promise<void> {
  const written = await writeFileSafely(folder, name, BYTES);
  if (!written.ok) throw new Error(written.error.code);
}

/** Notes each file that it was told is written. */
async function writeMany(folder: string, written: string[]): Promise<void> {
  for (let file = 1; file <= FILES; file += 1) {
    await writeAsTheProduct(folder, `${file}.key`);
    written.push(`${file}.key`);
  }
}
