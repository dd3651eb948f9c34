import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { app, net, session } from "electron";
import type { Settings } from "../core/settings.ts";
import { createDrives, type Drives } from "./drives/drives.ts";
import { readSettings } from "./home/settings-file.ts";

/** What the window and the command line both work with: one set of services, two ways in. */
export interface Services {
  /** This computer's own folder: settings, kept answers. */
  readonly home: string;
  /** Where keys for the console's upload go unless the technician says otherwise. */
  readonly downloads: string;
  readonly settings: Settings;
  readonly drives: Drives;
  readonly context: FetchContext;
}
