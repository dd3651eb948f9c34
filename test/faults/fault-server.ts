import { createServer, type ServerOptions } from "node:https";
import { Socket } from "node:net";
import { type LoopbackServer, listenOnLoopback } from "../../main/practice/loopback-server.ts";

/** What a server has in hand when it is asked: the connection, past TLS, and how the technician's computer is cut off hard. */
export interface Asking {
  readonly socket: Socket;
  readonly path: string;
  readonly assetId: string;
  reset(): void;
}

export type Play = (asking: Asking) => void | Promise<void>;

export interface FaultServer extends LoopbackServer {
  /** The asset IDs asked for, in order: one line a request, whatever came of it. */
  readonly asked: readonly string[];
}

/**
 * A TLS server on loopback that answers each request as it is told to, well or badly. `staple` is the word of its
 * certificate's authority about it (OCSP, DER).
 */
export async function startFaultServer(
  tls: ServerOptions,
  playFor: (assetId: string) => Play,
  staple?: Buffer,
): Promise<FaultServer> {
  const asked: string[] = [];
  const wires = new Map<number | undefined, Socket>();
  const server = createServer(tls, ({ socket, url = "" }) => {
    const assetId = new URL(url, "https://alas.invalid").searchParams.get("siteid") ?? "";
    asked.push(assetId);
    // A connection that is reset can only be so below TLS.
    void playFor(assetId)({ socket, path: url, assetId, reset: () => wires.get(socket.remotePort)?.resetAndDestroy() });
  });
  server.on("connection", (wire) => wire instanceof Socket && wires.set(wire.remotePort, wire));
  if (staple !== undefined) server.on("OCSPRequest", (_certificate, _issuer, give) => give(null, staple));
  server.on("tlsClientError", () => undefined); // whoever does not trust it hangs up
  return { ...(await listenOnLoopback(server)), asked };
}
