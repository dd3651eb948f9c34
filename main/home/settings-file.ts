import { join } from "node:path";
import * as v from "valibot";
import { type Settings, SettingsSchema } from "../../core/settings.ts";
import { readJson, writeJson } from "./json-file.ts";

const FILE = "settings.json";

/** Reads the settings. Returns the defaults when the file is missing or damaged. */
export const readSettings = async (home: string): Promise<Settings> =>
  (await readJson(join(home, FILE), SettingsSchema)) ?? v.getDefaults(SettingsSchema);

/** Writes all settings. The caller must not write twice at the same time. */
export const writeSettings = (home: string, settings: Settings): Promise<void> => writeJson(join(home, FILE), settings);
