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
import type { Watch } from "../drives/watch-drives.ts";
import { startLanguage } from "../home/start-language.ts";
import type { Services } from "../services.ts";
import { APP_PAGE, isAppAddress, serveApp } from "./app-protocol.ts";
import { createHandlers } from "./handlers.ts";
import { registerHandlers } from "./ipc.ts";
import { lockSession } from "./lock-down.ts";
import { setMenu } from "./menu.ts";
import { underPolicy } from "./under-policy.ts";
import { windowOptions } from "./window-options.ts";

/** Opens the one window and keeps it supplied. `out` is the folder of the built app. */
export async function startWindow(services: Services, out: string): Promise<void> {
  let window: BrowserWindow | null = null;
  const tell = <E extends EventName>(name: E, payload: Events[E]) => window?.webContents.send(name, payload);
  const isOurs = (event: IpcMainInvokeEvent): boolean =>
    window !== null &&
    event.sender === window.webContents &&
    event.senderFrame === window.webContents.mainFrame &&
    isAppAddress(event.senderFrame.url);

  lockSession(session.defaultSession);
  serveApp(protocol, join(out, "renderer"));
  setMenu(Menu, process.platform);
  const start = {
    language: startLanguage(services, app.getPreferredSystemLanguages()),
    platform: platformOf(process.platform),
    version: app.getVersion(),
  };
  const desktop = { dialog, shell, clipboard, window: () => window };
  registerHandlers(
    ipcMain,
    underPolicy(
      createHandlers(services, desktop, start, (progress) => tell("fetch.progress", progress)),
      services.policy,
    ),
    isOurs,
  );

  window = new BrowserWindow(windowOptions(join(out, "preload", "index.cjs"), nativeTheme.shouldUseDarkColors));
  const watch = services.drives.watch((listed) => {
    if (listed.ok) tell("drives.changed", listed.value);
    else tell("drives.failed", listed.error);
  });
  services.signIn.open((question) => tell("proxy.signInWanted", question));
  paceBySight(window, watch);
  window.once("ready-to-show", () => window?.show());
  window.once("closed", () => {
    watch.stop();
    window = null;
  });
  app.once("quit", services.close);
  app.on("second-instance", () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.once("window-all-closed", () => app.quit());
  await window.loadURL(APP_PAGE);
}

/** While nobody sees the window nobody needs its drives at once. */
function paceBySight(window: BrowserWindow, { setPace }: Watch): void {
  const rarely = () => setPace("rare");
  const lively = () => setPace("lively");
  window.on("hide", rarely).on("minimize", rarely).on("show", lively).on("restore", lively);
}
