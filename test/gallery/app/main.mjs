// @ts-check
// An empty window in the Electron that the app is tested with; the test brings the pages.
import { app, BrowserWindow } from "electron";

app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1280, height: 800, useContentSize: true }).loadURL("about:blank"));
