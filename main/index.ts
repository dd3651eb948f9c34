import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { app, dialog, protocol } from "electron";
import { abortOnSignal } from "./cli/cancel-command.ts";
import { cliArguments } from "./cli/cli-arguments.ts";
import { takePolicyOption } from "./cli/policy-option.ts";
import { startCli } from "./cli/start-cli.ts";
import { homeFolder } from "./home/home.ts";
import { readSitePolicy, systemPolicyFile } from "./home/policy-file.ts";
import { createServices } from "./services.ts";
import { appScheme } from "./shell/app-protocol.ts";
import { lockContents } from "./shell/lock-down.ts";
import { startWindow } from "./shell/start-window.ts";

// The order of set-up and nothing else. What must come before "ready" comes first.
// Who says --no-sandbox (in a container, as root) has none to enable, and Chromium would refuse to start at all.
if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
// Chromium sends a request again by itself when QUIC fails it, and a second request may be a second activation.
app.commandLine.appendSwitch("disable-quic");
protocol.registerSchemesAsPrivileged([appScheme]);
lockContents(app);

/**
 * Ends a command without Chromium's own way down: all is written by now, and that way crashes once in a while after a PAC
 * script was run. A script would take its exit code (139) for a failed fetch, and ask for the key again.
 */
const end = (code: number): void => (process as NodeJS.Process & { reallyExit(code: number): never }).reallyExit(code);

const home = homeFolder(process.env, app.getPath("userData"));
app.setPath("userData", home);
app.setPath("sessionData", join(home, "browser"));

const { file, rest } = takePolicyOption(process.argv);
const command = cliArguments(rest, app.isPackaged);
const policy = readSitePolicy(systemPolicyFile(process.platform), file);
const out = join(dirname(fileURLToPath(import.meta.url)), "..");
if (command) {
  // Nothing is drawn, and a script's standard error is not the place for what Chromium thinks of the graphics.
  app.disableHardwareAcceleration();
  app.commandLine.appendSwitch("log-level", "3");
  const cancelled = abortOnSignal(process, app);
  app
    .whenReady()
    .then(async () => {
      const services = await createServices(home, out, await policy);
      const code = await startCli(command, services, cancelled);
      services.close();
      end(code);
    })
    .catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`, () => end(1));
    });
} else if (app.requestSingleInstanceLock()) {
  // Not awaited at the top level: Electron becomes ready only after this module has been evaluated.
  app
    .whenReady()
    .then(async () => startWindow(await createServices(home, out, await policy), out))
    .catch((error: unknown) => {
      dialog.showErrorBox("Keyferry", String(error)); // a program without a window would keep the next one from starting
      app.exit(1);
    });
} else {
  app.quit();
}
