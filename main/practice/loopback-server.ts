import type { AddressInfo, Server, Socket } from "node:net";

/** A server that is reachable from this computer only. */
export interface LoopbackServer {
  readonly port: number;
  /** Stops at once and cuts all connections, also in the middle of a response. */
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** Listens on 127.0.0.1, on a free port unless one is given. Rejects when the port is taken. */
export async function listenOnLoopback(server: Server, port = 0): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // Clients often disconnect here; the error must not end the process.
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port, // a string only for pipes, null only before listening
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
