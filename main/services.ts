import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { app, net, session, utilityProcess } from "electron";
import type { StickIdentity } from "../core/drives/stick-identity.ts";
import { hostsUnder, NO_POLICY, type SitePolicy } from "../core/policy/site-policy.ts";
import type { Outcome } from "../core/problem.ts";
import type { Settings } from "../core/settings.ts";
import { type Alas, createAlas } from "./alas/create-alas.ts";
import { environmentSignIn } from "./alas/environment-sign-in.ts";
import { createSignInQuestions, type SignInQuestions } from "./alas/sign-in-questions.ts";
import { createDriveAgent } from "./drives/drive-agent.ts";
import { createDrives, type Drives } from "./drives/drives.ts";
import { identifyStick } from "./drives/identify-stick.ts";
import { createMedia, type Media } from "./drives/media.ts";
import { utilityAgent } from "./drives/utility-agent.ts";
import { createKnownSticks } from "./home/known-sticks.ts";
import { readSettings } from "./home/settings-file.ts";
import { openAnswers } from "./journal/answer-store.ts";
import { openFetchLocks } from "./journal/fetch-locks.ts";
import { openJournal } from "./journal/journal.ts";
import type { FetchContext } from "./steps/fetch-context.ts";

/** The services that the window and the command line share. */
export interface Services {
  /** This computer's own folder: settings, the record of fetches, saved answers. */
  readonly home: string;
  /** The folder that keys are copied to, unless the technician chooses another one. */
  readonly downloads: string;
  readonly settings: Settings;
  /** The rules of this site. While they cannot be read, the window and the command line block every step. */
  readonly policy: Outcome<SitePolicy>;
  readonly drives: Drives;
  readonly media: Media;
  /** Asks a person for a proxy's name and password. */
  readonly signIn: SignInQuestions;
  /** Checks step by step whether ALAS can be reached. */
  readonly reach: Alas["reach"];
  readonly context: FetchContext;
  /** Kills the app's child processes without waiting for their end. */
  close(): void;
}

/**
 * Creates the services of the real app. Starts no process and contacts no server before the first use. `out` is the folder of
 * the built app.
 */
export async function createServices(home: string, out: string, policy: Outcome<SitePolicy>): Promise<Services> {
  const rules = policy.ok ? policy.value : NO_POLICY;
  const agent = createDriveAgent(utilityAgent(utilityProcess, join(out, "main", "drive-agent.js")));
  const drives = createDrives({ agent });
  const media = createMedia();
  const identify = async (root: string): Promise<StickIdentity | null> => {
    const identity = await identifyStick(root);
    return identity && { ...identity, label: identity.label ?? labelAt(drives, root) };
  };
  const signIn = createSignInQuestions(environmentSignIn(process.env));
  const alas = createAlas(
    {
      request: net.request,
      createSession: (partition) => session.fromPartition(partition, { cache: false }),
      hasSwitch: (name) => app.commandLine.hasSwitch(name),
      environment: process.env,
      packaged: app.isPackaged,
    },
    hostsUnder(rules),
    signIn.ask,
  );
  return {
    home,
    downloads: app.getPath("downloads"),
    settings: await readSettings(home),
    policy,
    drives,
    media,
    signIn,
    reach: alas.reach,
    close: agent.close,
    context: {
      now: () => new Date(),
      random: (length) => randomBytes(length),
      from: { computer: hostname(), app: app.getVersion() },
      ask: alas.ask,
      journal: openJournal(home),
      answers: openAnswers(home),
      locks: openFetchLocks(home),
      identify: ({ root }) => identify(root),
      policy: rules,
      whyUnwritable: media.whyUnwritable,
      known: createKnownSticks(home, identify),
    },
  };
}

/** Returns the label from the last listing, if any: not every system gives the label of a path. */
function labelAt(drives: Drives, root: string): string | null {
  const listed = drives.latest();
  return (listed?.ok ? listed.value.find(({ path }) => path === root)?.label : null) ?? null;
}
