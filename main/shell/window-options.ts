import type { BrowserWindowConstructorOptions } from "electron";

/** The window's options as a value, so that a test can hold every security switch at once. `preload` is an absolute path. */
export function windowOptions(preload: string, dark: boolean): BrowserWindowConstructorOptions {
  return {
    title: "Keyferry",
    width: 1280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    // Shown when its first screen is drawn, on the colour that this screen has: no flash of another one.
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
      // A spell checker would download its dictionary: the app sends nothing on its own.
      spellcheck: false,
    },
  };
}
