import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { trustCertificate } from "../../tools/lib/trust-store.mjs";
import type { CliPlace } from "../fixtures/cli.ts";

/** A user of its own: what it trusts and what the app remembers lie in one folder. */
export interface World {
  readonly folder: string;
  place(...switches: readonly string[]): CliPlace;
  close(): Promise<void>;
}

/** Makes a user who trusts the given authorities (PEM), and nobody else but those of the system. */
export async function newWorld(...trusted: readonly string[]): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "keyferry-user-"));
  for (const authority of trusted) await trustCertificate(folder, authority);
  const env = { HOME: folder, XDG_CONFIG_HOME: join(folder, ".config"), KEYFERRY_HOME: join(folder, "keyferry") };
  return {
    folder,
    place: (...switches) => ({ env, switches }),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The switch that makes ALAS's name lead to a server of this computer's. */
export const leadTo = (port: number): string => `--host-resolver-rules=MAP alas.stratus.com:443 127.0.0.1:${port}`;
