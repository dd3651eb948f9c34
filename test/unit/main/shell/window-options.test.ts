import { expect, test } from "vitest";
import { windowOptions } from "../../../../main/shell/window-options.ts";

test("the window is made with these options and no others", () => {
  expect(windowOptions("/app/preload/index.cjs", false)).toEqual({
    title: "Keyferry",
    width: 1280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: "#f4f3ef",
    autoHideMenuBar: true,
    webPreferences: {
      preload: "/app/preload/index.cjs",
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
      spellcheck: false,
    },
  });
});

test("a dark desktop gets a dark window from the first frame on", () => {
  expect(windowOptions("/p", true).backgroundColor).toBe("#14181b");
});
