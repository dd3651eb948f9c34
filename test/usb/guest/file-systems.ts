import { stat } from "node:fs/promises";
import { join } from "node:path";
import { anyFolder, writeFileSafely } from "../../../main/stick/safe-write.ts";
import { report } from "./host.ts";
import { pullDuring } from "./pull-during.ts";
import { hurry } from "./stick.ts";

// Writes a file to a stick of each file system, pulls the stick out, plugs it in again and looks.

const BYTES = new Uint8Array(3_000).fill(0x4b);
const NAME = "av_12345_A.key";

await hurry({ udev: false });
for (const fileSystem of ["fat32", "exfat", "ntfs"] as const) {
  const { result: written } = await pullDuring(fileSystem, { mountedAs: fileSystem }, write);
  const { result: bytes } = await pullDuring(fileSystem, { mountedAs: fileSystem }, sizeOf);
  const { result: locked } = await pullDuring(fileSystem, { mountedAs: fileSystem, readOnly: true }, write);
  report({ fileSystem, written, bytes, locked });
}

async function write(folder: string): Promise<string> {
  const written = await writeFileSafely(folder, NAME, BYTES, anyFolder);
  return written.ok ? "written" : written.error.code;
}

async function sizeOf(folder: string): Promise<number> {
  return (await stat(join(folder, NAME))).size;
}
