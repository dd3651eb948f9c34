import { createSocket } from "node:dgram";
import { once } from "node:events";
import { expect, test } from "vitest";
import { newFolder, runJson } from "../fixtures/cli.ts";
import type { Play } from "./fault-server.ts";
import { openAlas } from "./good-server.ts";
import { requestAll } from "./play-scene.ts";
import { bytes, keyKeptAlive } from "./plays.ts";

// Where an earlier connection was kept alive, Chromium would send a request again by itself when that breaks.
const breaks: readonly Play[] = [({ socket }) => void socket.destroy(), ({ reset }) => reset(), bytes("noise\r\n\r\n")];
const assetIds = Array.from({ length: 18 }, (_, index) => `kept-${String(index).padStart(2, "0")}`);
/** Two keys of three, so that there are connections that were good before. */
const breaking = new Map(assetIds.filter((_, index) => index % 3 === 2).map((id, index) => [id, breaks[index % 3]]));

test("a connection that breaks is not tried again, also where earlier ones were kept alive", async ({ task }) => {
  const scene = await openAlas((assetId) => breaking.get(assetId) ?? keyKeptAlive);
  const stick = await newFolder();
  const quic = await countDatagrams(scene.port);
  try {
    await requestAll(stick.path, assetIds);
    const { exit, json } = await runJson(scene.place, ["fetch", "--drive", stick.path]);
    const shown: string[] = json.results.map(
      (result: { error: { code: string } | null }) => result.error?.code ?? "key",
    );
    const asked = await scene.asked();
    task.meta.row = {
      fault: "18 requests to a server that keeps connections alive and breaks a third of them",
      shown: [...new Set(shown)].map((code) => `${shown.filter((one) => one === code).length} ${code}`).join(", "),
      exit: String(exit),
      requests: String(asked.length),
      stick: `${shown.filter((one) => one === "key").length} keys`,
    };
    const expected = ["net-reset", "net-reset", "net-not-http"];
    expect(shown).toEqual(assetIds.map((_, at) => (at % 3 === 2 ? expected[Math.floor(at / 3) % 3] : "key")));
    expect([exit, asked.toSorted()]).toEqual([7, assetIds]);
    // The server offers QUIC, and Chromium sends a request again by itself when that fails.
    expect(quic.count()).toBe(0);
  } finally {
    await Promise.all([quic.close(), scene.close(), stick.remove()]);
  }
});

async function countDatagrams(port: number) {
  let count = 0;
  const socket = createSocket("udp4").on("message", () => (count += 1));
  socket.bind(port, "127.0.0.1");
  await once(socket, "listening");
  return { count: () => count, close: () => new Promise<void>((closed) => socket.close(() => closed())) };
}
