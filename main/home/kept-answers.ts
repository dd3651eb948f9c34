import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { TicketId } from "../../core/stick/records.ts";
import { freeName } from "../stick/free-name.ts";

/**
 * Keeps a key that came from ALAS but that the stick did not take, as `<home>/answers/<ticket>.key`, on the disk when this
 * returns its path. Null when this computer did not take it either. An earlier one is never overwritten.
 */
export async function keepAnswer(home: string, bytes: Uint8Array, ticketId: TicketId): Promise<string | null> {
  const folder = join(home, "answers");
  try {
    await mkdir(folder, { recursive: true });
    const name = await freeName(folder, `${ticketId}.key`);
    if (!name.ok) return null;
    const path = join(folder, name.value);
    const handle = await open(path, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return path;
  } catch {
    return null; // the caller tells the stick's own failure, which is the one to mend
  }
}
