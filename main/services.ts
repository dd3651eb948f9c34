import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { app, net, session } from "electron";
import type { Settings } from "../core/settings.ts";
import { createAsk } from "./alas/create-ask.ts";
import { createDrives, type Drives } from "./drives/drives.ts";
import { keepAnswer } from "./home/kept-answers.ts";
import { readSettings } from "./home/settings-file.ts";
import type { FetchContext } from "./hops/fetch.ts";

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

/** Makes the services out of Electron's parts and this computer. Nothing is looked at or asked before it is needed. */
export async function createServices(home: string): Promise<Services> {
  return {
    home,
    downloads: app.getPath("downloads"),
    settings: await readSettings(home),
    drives: createDrives(),
    context: {
      now: () => new Date(),
      random: (length) => randomBytes(length),
      from: { computer: hostname(), app: app.getVersion() },
      ask: createAsk({
        request: net.request,
        createSession: (partition) => session.fromPartition(partition, { cache: false }),
        hasSwitch: (name) => app.commandLine.hasSwitch(name),
      }),
      keep: (bytes, ticketId) => keepAnswer(home, bytes, ticketId),
    },
  };
}
