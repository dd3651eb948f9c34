import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { type Settings, SettingsSchema } from "../../core/settings.ts";

const FILE = "settings.json";

/** Reads what this computer remembers. Settings that are missing or damaged are no reason to stop: they are asked again. */
export async function readSettings(home: string): Promise<Settings> {
  try {
    const parsed = v.safeParse(SettingsSchema, JSON.parse(await readFile(join(home, FILE), "utf8")));
    if (parsed.success) return parsed.output;
  } catch {
    // Not there yet, or not JSON.
  }
  return v.getDefaults(SettingsSchema);
}

/** Writes the settings as a whole; a crash leaves the old ones or the new ones. */
export async function writeSettings(home: string, settings: Settings): Promise<void> {
  await mkdir(home, { recursive: true });
  const temporary = join(home, `${FILE}.part`);
  await writeFile(temporary, `${JSON.stringify(settings, null, 2)}\n`);
  await rename(temporary, join(home, FILE));
}
