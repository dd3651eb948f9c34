import { issueCertificates } from "../../tools/lib/certificates.mjs";
import { assetIdOf, type Fault, type OpenScene } from "./fault.ts";
import { type Play, startFaultServer } from "./fault-server.ts";
import { answer, attachment } from "./plays.ts";
import { leadTo, newWorld } from "./world.ts";

const key: Play = answer(attachment());

/** Plays the fault that belongs to a request, and gives a key for any other. */
const playerOf = (faults: readonly Fault[]): ((assetId: string) => Play) => {
  const plays = new Map(faults.map(({ play }, index) => [assetIdOf(index), play]));
  return (assetId) => plays.get(assetId) ?? key;
};

/** Opens a server with ALAS's name and a certificate that its user trusts. `switches` are more of Chromium's. */
export async function openAlas(
  playFor: (assetId: string) => Play,
  switches: readonly string[] = [],
): Promise<OpenScene & { readonly port: number }> {
  const { ca, key, cert } = await issueCertificates();
  const world = await newWorld(ca);
  const server = await startFaultServer({ key, cert }, playFor);
  return {
    place: world.place(leadTo(server.port), ...switches),
    port: server.port,
    asked: () => server.asked,
    close: async () => void (await Promise.all([server.close(), world.close()])),
  };
}

/** The same for a scene's faults: each request is answered as its own fault says. */
export const openServer = (faults: readonly Fault[], switches?: readonly string[]): Promise<OpenScene> =>
  openAlas(playerOf(faults), switches);
