import { join } from "node:path";
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
} from "electron";
import { platformOf } from "../../core/drives/platform.ts";
import type { EventName, Events } from "../../core/ipc.ts";
import { screensFor } from "../../core/text/screens-for.ts";
import type { DriveWatch } from "../drives/watch-drives.ts";
import { readSettings } from "../home/settings-file.ts";
import { startLanguage } from "../home/start-language.ts";
import type { Services } from "../services.ts";
import { APP_PAGE, isAppAddress, serveApp } from "./app-protocol.ts";
import { closeWhenStepsEnd, confirmCancel } from "./close-window.ts";
import { createHandlers } from "./handlers.ts";
import { registerHandlers } from "./ipc.ts";
import { lockSession } from "./lock-down.ts";
import { setMenu } from "./menu.ts";
import { requireReadablePolicy } from "./require-readable-policy.ts";
import { createRunningSteps } from "./running-steps.ts";
import { windowOptions } from "./window-options.ts";

const CRASH_LOOP_MS = 10_000;

/** Opens the only window and connects it to the services. `out` is the folder of the built app. */
export async function startWindow(services: Services, out: string): Promise<void> {
  let window: BrowserWindow | null = null;
  const tell = <E extends EventName>(name: E, payload: Events[E]): void => window?.webContents.send(name, payload);
  const isOurs = (event: IpcMainInvokeEvent): boolean =>
    window !== null &&
    event.sender === window.webContents &&
    event.senderFrame === window.webContents.mainFrame &&
    isAppAddress(event.senderFrame.url);

  await lockSession(session.defaultSession);
  serveApp(protocol, join(out, "renderer"));
  setMenu(Menu, process.platform);
  const start = {
    language: startLanguage(services, app.getPreferredSystemLanguages()),
    platform: platformOf(process.platform),
    version: app.getVersion(),
  };
  const desktop = { dialog, shell, clipboard, window: () => window };
  const runningSteps = createRunningSteps();
  registerHandlers(
    ipcMain,
    requireReadablePolicy(createHandlers(services, desktop, start, runningSteps, tell), services.policy),
    isOurs,
  );

  window = new BrowserWindow(windowOptions(join(out, "preload", "index.cjs"), nativeTheme.shouldUseDarkColors));
  const shown = window;
  closeWhenStepsEnd(shown, runningSteps, async () => {
    const { language } = await readSettings(services.home);
    return confirmCancel(dialog, shown, screensFor(language ?? start.language).fetch.closing);
  });
  const watch = services.drives.watch((listed) => {
    if (listed.ok) tell("drives.changed", listed.value);
    else tell("drives.failed", listed.error);
  });
  services.signIn.open((question) => tell("proxy.signInWanted", question));
  followVisibility(window, watch);
  window.once("ready-to-show", () => window?.show());
  window.once("closed", () => {
    watch.stop();
    window = null;
  });
  app.once("quit", services.close);
  reloadWhenGone(window, services.signIn.withdrawAll);
  app.on("second-instance", () => {
    if (window?.isMinimized()) window.restore();
    window?.show();
    window?.focus();
  });
  app.once("window-all-closed", () => app.quit());
  await window.loadURL(APP_PAGE);
}

/** Polls the drives less often while the window is hidden. */
function followVisibility(window: BrowserWindow, { setVisibility }: DriveWatch): void {
  const hidden = () => setVisibility("hidden");
  const visible = () => setVisibility("visible");
  window.on("hide", hidden).on("minimize", hidden).on("show", visible).on("restore", visible);
}

/**
 * Reloads the page after its process crashed. After a second crash within 10 s the window closes, to avoid a crash loop.
 * `onGone` runs first: a crashed page answers no question, and a fetch that waits for an answer would never end.
 */
function reloadWhenGone(window: BrowserWindow, onGone: () => void): void {
  let reloadedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    onGone();
    if (reason === "clean-exit") return;
    const again = performance.now() - reloadedAt < CRASH_LOOP_MS;
    reloadedAt = performance.now();
    if (again) window.destroy();
    else window.reload();
  });
}
