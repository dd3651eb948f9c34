// Switches with which Chromium takes a false server for the true one, or gives the connection's keys or the URL away.
const SWITCHES = [
  "ignore-certificate-errors",
  "ignore-certificate-errors-spki-list",
  "allow-insecure-localhost",
  "ssl-key-log-file",
  "log-net-log",
] as const;

/** The variable in which Chromium looks for a file to write the connection's keys to when no switch names one. */
const KEY_LOG = "SSLKEYLOGFILE";

/** How a program was started. */
export interface Start {
  /** Whether it was with a switch of Chromium's. */
  readonly hasSwitch: (name: string) => boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The option, if there is one, with which the app was started and that makes TLS worth nothing; as it is written. */
export function weakeningOption({ hasSwitch, environment }: Start): string | undefined {
  const found = SWITCHES.find((name) => hasSwitch(name));
  if (found !== undefined) return `--${found}`;
  return environment[KEY_LOG] ? KEY_LOG : undefined;
}
