// @ts-check
// Opens an empty window in the Electron version under test. The test loads the pages.
import { app, BrowserWindow } from "electron";

app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1280, height: 800, useContentSize: true }).loadURL("about:blank"));
