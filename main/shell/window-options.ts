import type { BrowserWindowConstructorOptions } from "electron";

/** Returns the window's options, so that a test can check every security option. `preload` is an absolute path. */
export function windowOptions(preload: string, dark: boolean): BrowserWindowConstructorOptions {
  return {
    title: "Keyferry",
    width: 1280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    // The window appears when its first screen is drawn, in that screen's colour, so that it does not flash.
    show: false,
    backgroundColor: dark ? "#14181b" : "#f4f3ef",
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
      // The spell checker would download a dictionary; the app must send nothing on its own.
      spellcheck: false,
    },
  };
}
