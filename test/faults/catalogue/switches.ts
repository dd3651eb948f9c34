import type { Scene } from "../fault.ts";
import { openServer } from "../good-server.ts";

/** Ways to start the app so that a false server passes for the true one, or that a connection's keys or the URL are written down. */
const STARTS: readonly (readonly [option: string, value?: string])[] = [
  ["--ignore-certificate-errors"],
  ["--ignore-certificate-errors-spki-list", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="],
  ["--allow-insecure-localhost"],
  ["--ssl-key-log-file", "/dev/null"],
  ["--log-net-log", "/dev/null"],
  ["SSLKEYLOGFILE", "/dev/null"],
  ["--enable-logging", "stderr"],
  ["--v", "1"],
  ["--vmodule", "net=2"],
  ["--trace-startup"],
  ["ELECTRON_ENABLE_LOGGING", "1"],
];

/** The server is a good one: it is the start that keeps it from being asked. */
export const switches: readonly Scene[] = STARTS.map(([option, value]) => ({
  title: `started with ${option}`,
  faults: [{ name: `started with ${option}`, shows: { failed: "tls-switched-off", exit: 4 }, requests: 0 }],
  open: async (faults) => {
    const given = value === undefined ? option : `${option}=${value}`;
    if (option.startsWith("--")) return openServer(faults, [given]);
    const { place, ...scene } = await openServer(faults);
    return { ...scene, place: { ...place, env: { ...place.env, [option]: value ?? "" } } };
  },
}));
