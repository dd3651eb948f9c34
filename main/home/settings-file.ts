import { join } from "node:path";
import * as v from "valibot";
import { type Settings, SettingsSchema } from "../../core/settings.ts";
import { readJson, writeJson } from "./json-file.ts";

const FILE = "settings.json";

/** Reads what this computer remembers. Settings that are missing or damaged are no reason to stop: they are asked again. */
export const readSettings = async (home: string): Promise<Settings> =>
  (await readJson(join(home, FILE), SettingsSchema)) ?? v.getDefaults(SettingsSchema);

/** Writes the settings as a whole. Two writes at once are the caller's to keep apart. */
export const writeSettings = (home: string, settings: Settings): Promise<void> => writeJson(join(home, FILE), settings);
