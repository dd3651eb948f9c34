import type { BrowserWindow, Clipboard, Dialog, Shell } from "electron";
import pLimit from "p-limit";
import type { CopiedKeys, EventName, Events, Startup } from "../../core/ipc.ts";
import { parseActivationUrl } from "../../core/link/activation-url.ts";
import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { Settings } from "../../core/settings.ts";
import type { FetchProgress } from "../../core/step-results.ts";
import { writeSettings } from "../home/settings-file.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { Services } from "../services.ts";
import { deliverKeys } from "../steps/deliver.ts";
import { fetchKeys } from "../steps/fetch.ts";
import { hostsOf } from "../steps/hosts-of.ts";
import { saveRequest } from "../steps/request.ts";
import { withOperator } from "../steps/with-operator.ts";
import type { Handlers } from "./ipc.ts";
import { networkHandlers } from "./network-handlers.ts";
import type { RunningSteps } from "./running-steps.ts";
import { createStickCalls } from "./stick-calls.ts";
import { stickHandlers } from "./stick-handlers.ts";

const FIRST_LOOK_MS = 300; // enough for a healthy system, so that the first screen already shows the stick

/** The Electron modules that the handlers need. */
export interface Desktop {
  readonly dialog: Pick<Dialog, "showOpenDialog">;
  readonly shell: Pick<Shell, "showItemInFolder">;
  readonly clipboard: Pick<Clipboard, "readText" | "writeText">;
  window(): BrowserWindow | null;
}

/** Creates the handlers of the window's calls. Keeps paths and other state here; the window gets ids only. */
export function createHandlers(
  services: Services,
  desktop: Desktop,
  start: Omit<Startup, "settings" | "drives" | "drivesProblem" | "deliverTo" | "policy">,
  runningSteps: RunningSteps,
  send: <E extends EventName>(name: E, payload: Events[E]) => void,
): Handlers {
  const { drives, home, context, policy } = services;
  let settings = services.settings;
  let deliverTo = services.downloads;
  let delivered: CopiedKeys | null = null;

  const settingsMutex = pLimit(1);

  const { withStick, scan } = createStickCalls(services, runningSteps);
  const chooseFolder = async (title: string): Promise<string | null> => {
    const options = { title, properties: ["openDirectory" as const, "createDirectory" as const] };
    const window = desktop.window();
    const chosen = await (window
      ? desktop.dialog.showOpenDialog(window, options)
      : desktop.dialog.showOpenDialog(options));
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  };
  const storeDelivered = (outcome: Outcome<CopiedKeys>): Outcome<CopiedKeys> => {
    if (outcome.ok) delivered = outcome.value;
    return outcome;
  };
  const change = (changed: Partial<Settings>): Promise<Settings> =>
    settingsMutex(async () => {
      settings = { ...settings, ...changed };
      await writeSettings(home, settings);
      return settings;
    });
  const onProgress = (progress: FetchProgress): void => send("fetch.progress", progress);
  /** The records of steps 2 and 3 name the operator of the last request on this computer. */
  const contextWithOperator = () => withOperator(context, settings.operator);

  return {
    "app.start": async () => {
      services.signIn.withdrawAll(); // a new page does not show the questions of the previous page
      // The window does not wait for a listing that hangs: `drives.changed` reports the result later.
      const listed = drives.latest() ?? (await withTimeLimit(drives.list(), FIRST_LOOK_MS, ok([])));
      const [found, drivesProblem] = listed.ok ? [listed.value, null] : [[], listed.error];
      return ok({ ...start, settings, drives: found, drivesProblem, deliverTo, policy });
    },
    "settings.change": async (changed) => ok(await change(changed as Partial<Settings>)), // absent keys are absent, never undefined
    "drives.chooseFolder": async () => {
      if (context.policy?.allowFolders === false) return err({ code: "folder-forbidden" });
      const path = await chooseFolder("Keyferry");
      return path === null ? ok(null) : drives.addFolder(path);
    },
    ...stickHandlers(services),
    ...networkHandlers(services),
    "stick.scan": ({ stick }) => scan(stick, (progress) => send("scan.progress", { stick, progress })),
    "stick.request": ({ stick, pasted, assetId, note, operator, minimal, again }) =>
      withStick(stick, async (found) => {
        const input = { pasted, minimal, again, ...given({ assetId, note }) };
        const requested = await saveRequest(found, input, withOperator(context, operator));
        // A convenience: a failed write of the settings must not fail the step.
        if (requested.ok && !minimal) await change({ operator }).catch(() => undefined);
        return requested;
      }),
    "stick.fetch": ({ stick, requests }) =>
      withStick(stick, (found) =>
        runningSteps.runFetch((signal) => fetchKeys(found, { requests, signal, onProgress }, contextWithOperator())),
      ),
    "stick.fetchByHand": ({ stick, ...byHand }) =>
      withStick(stick, (found) =>
        runningSteps.runFetch((signal) => fetchKeys(found, { byHand, signal, onProgress }, contextWithOperator())),
      ),
    "fetch.cancel": async () => {
      runningSteps.cancelFetch();
      return ok(null);
    },
    "stick.deliver": ({ stick, tickets, assetId }) =>
      withStick(stick, async (found) =>
        storeDelivered(
          await deliverKeys(found, { to: deliverTo, tickets, ...given({ assetId }) }, contextWithOperator()),
        ),
      ),
    "stick.deliverByHand": ({ stick, file }) =>
      withStick(stick, async (found) =>
        storeDelivered(await deliverKeys(found, { to: deliverTo, byHand: file }, contextWithOperator())),
      ),
    "deliver.chooseFolder": async () => {
      deliverTo = (await chooseFolder("Keyferry")) ?? deliverTo;
      return ok(deliverTo);
    },
    "deliver.show": async () => {
      const [first] = delivered?.files ?? [];
      if (!first) return err({ code: "nothing-to-deliver" });
      desktop.shell.showItemInFolder(first.path);
      return ok(null);
    },
    "clipboard.link": async () => {
      // The page gets only the checked URL: the text around it may be an e-mail or a password.
      const text = (await desktop.clipboard.readText()).slice(0, 8192); // a promise in newer versions of Electron
      const url = parseActivationUrl(text, hostsOf(context));
      return ok(url.ok ? url.value.text : null);
    },
    "text.copy": async ({ text }) => {
      desktop.clipboard.writeText(text);
      return ok(null);
    },
  };
}

/** Leaves out null and blank options: to a service, an absent option and an empty one differ. */
function given<K extends string>(options: Readonly<Record<K, string | null>>): Partial<Record<K, string>> {
  const entries = Object.entries<string | null>(options).filter(([, value]) => value !== null && value.trim() !== "");
  return Object.fromEntries(entries) as Partial<Record<K, string>>; // the keys are those of `options`
}
