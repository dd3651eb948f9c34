// Chromium accepts a forged certificate or writes down the connection's keys.
const TLS = [
  "ignore-certificate-errors",
  "ignore-certificate-errors-spki-list",
  "allow-insecure-localhost",
  "ssl-key-log-file",
] as const;

// Chromium or Electron writes a log or trace that contains the activation URL.
const LOGS = [
  "log-net-log",
  "enable-logging",
  "log-file",
  "v",
  "vmodule",
  "trace-startup",
  "trace-startup-file",
  "trace-startup-format",
  "trace-config-file",
  "trace-to-file",
  "trace-to-file-name",
  "trace-to-console",
  "enable-tracing",
  "enable-tracing-output",
] as const;

// Another program can read the app's memory and control it.
const DEBUGGERS = [
  "remote-debugging-port",
  "remote-debugging-pipe",
  "inspect",
  "inspect-brk",
  "inspect-brk-node",
  "inspect-port",
  "inspect-wait",
  "debug",
  "debug-brk",
  "debug-port",
] as const;

// Variables with the effect of one of these switches when they are not empty.
const VARIABLES = ["SSLKEYLOGFILE", "ELECTRON_ENABLE_LOGGING", "ELECTRON_LOG_FILE"] as const;

/** How a program was started. */
export interface ProgramStart {
  /** Whether Chromium was given this switch. */
  readonly hasSwitch: (name: string) => boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** False for a development build: its tests control it through a debugger. */
  readonly packaged: boolean;
}

/**
 * Returns the start option that could disclose the connection to ALAS or the activation URL, as it is written on the command
 * line or in the environment; undefined without one.
 */
export function unsafeStartOption({ hasSwitch, environment, packaged }: ProgramStart): string | undefined {
  const switches = packaged ? [...TLS, ...LOGS, ...DEBUGGERS] : [...TLS, ...LOGS];
  const found = switches.find((name) => hasSwitch(name));
  if (found !== undefined) return `--${found}`;
  const debugsNode = packaged && /--(?:inspect|debug)/.test(environment.NODE_OPTIONS ?? "");
  return VARIABLES.find((name) => environment[name]) ?? (debugsNode ? "NODE_OPTIONS" : undefined);
}
