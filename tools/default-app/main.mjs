// @ts-check
// Electron starts `resources/default_app.asar` when it is given a folder, and that starts the app in the folder. The
// official Electron has one built in; the Electron that npm carries has lost its own and gets this one.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

// Electron's own default app uses them; they are left out of its types.
const application = /** @type {typeof app & Record<"setVersion" | "setAppPath", (value: string) => void>} */ (app);

try {
  const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith("-")) ?? ".");
  const { name, productName, version, main } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  app.setName(productName ?? name);
  application.setVersion(version);
  application.setAppPath(folder);
  await import(pathToFileURL(path.join(folder, main)).href);
} catch (error) {
  // Electron would show this in a dialog, which nobody answers on a machine without a screen.
  console.error(error);
  app.exit(1);
}
