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

// Electron requires the following before "ready".
// Chromium refuses to start when the sandbox is both enabled and switched off (--no-sandbox: in a container, as root).
if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
// Chromium resends a request when QUIC fails, and a second request may use a second activation.
app.commandLine.appendSwitch("disable-quic");
protocol.registerSchemesAsPrivileged([appScheme]);
lockContents(app);

/**
 * Ends the process without Chromium's shutdown, which sometimes crashes after a PAC script has run. A calling script would take
 * the exit code (139) for a failed fetch and ask for the key again. All output is written before this call.
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
  // A command draws nothing, and Chromium's messages about graphics must not appear on its standard error.
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
  // No top-level await: Electron becomes ready only after this module has been evaluated.
  app
    .whenReady()
    .then(async () => startWindow(await createServices(home, out, await policy), out))
    .catch((error: unknown) => {
      dialog.showErrorBox("Keyferry", String(error)); // a process without a window blocks the next start
      app.exit(1);
    });
} else {
  app.quit();
}
