import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { app, net, session, utilityProcess } from "electron";
import type { Settings } from "../core/settings.ts";
import { createAsk } from "./alas/create-ask.ts";
import { createDriveAgent } from "./drives/drive-agent.ts";
import { createDrives, type Drives } from "./drives/drives.ts";
import { identifyStick } from "./drives/identify-stick.ts";
import { createMedia, type Media } from "./drives/media.ts";
import { utilityAgent } from "./drives/utility-agent.ts";
import { keepAnswer } from "./home/kept-answers.ts";
import { createKnownSticks } from "./home/known-sticks.ts";
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
  readonly media: Media;
  readonly context: FetchContext;
  /** Ends what runs beside the app, without waiting for it. */
  close(): void;
}

/**
 * Makes the services out of Electron's parts and this computer. Nothing is looked at, asked or started before it is
 * needed. `out` is the folder of the built app.
 */
export async function createServices(home: string, out: string): Promise<Services> {
  const agent = createDriveAgent(utilityAgent(utilityProcess, join(out, "main", "drive-agent.js")));
  const drives = createDrives({ agent });
  const media = createMedia();
  return {
    home,
    downloads: app.getPath("downloads"),
    settings: await readSettings(home),
    drives,
    media,
    close: agent.close,
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
      whyUnwritable: media.whyUnwritable,
      known: createKnownSticks(home, async (root) => {
        const identity = await identifyStick(root);
        return identity && { ...identity, label: identity.label ?? labelAt(drives, root) };
      }),
    },
  };
}

/** Not every system tells a label by a path; the last listing, if there was one, does. */
function labelAt(drives: Drives, root: string): string | null {
  const listed = drives.latest();
  return (listed?.ok ? listed.value.find(({ path }) => path === root)?.label : null) ?? null;
}
