import { createServer } from "node:http";
import type { Socket } from "node:net";
import { type LoopbackServer, listenOnLoopback } from "../../../main/practice/loopback-server.ts";
import { issueCertificates } from "../../../tools/lib/certificates.mjs";
import type { Fault, Scene, Shows } from "../fault.ts";
import { startFaultServer } from "../fault-server.ts";
import { answer, attachment, KEY_NAME } from "../plays.ts";
import { startGateway, startRawProxy, startTinyproxy } from "../proxies.ts";
import { leadTo, newWorld } from "../world.ts";

/** A network with a good ALAS behind a gateway. What it makes of that gives the switches that the app is started with. */
interface Network {
  readonly folder: string;
  readonly alas: number; // port
  readonly gateway: number; // port
  /** Whatever is started is ended with the network. */
  keep<T extends LoopbackServer>(server: Promise<T>): Promise<number>;
}

type Setting = (network: Network) => Promise<readonly string[]>;

const signIn: Shows = { failed: "proxy-sign-in", exit: 4 };
const unreachable: Shows = { failed: "proxy-unreachable", exit: 4 };
const key: Shows = { key: KEY_NAME };
const DEAD = "127.0.0.1:1";
const NO_OTHER_WAY = "--host-resolver-rules=MAP alas.stratus.com ~NOTFOUND";

const proxy = (at: number | string): string => `--proxy-server=${typeof at === "number" ? `127.0.0.1:${at}` : at}`;

const tinyproxy =
  (...settings: readonly string[]): Setting =>
  async ({ folder, gateway, keep }) => [proxy(await keep(startTinyproxy(folder, gateway, settings))), NO_OTHER_WAY];

const raw =
  (play: (client: Socket) => void): Setting =>
  async ({ keep }) => [proxy(await keep(startRawProxy(play))), NO_OTHER_WAY];

/** A PAC file as a server of the network gives it out. `{proxy}` in the script is the real proxy's address. */
const pac =
  (script: string): Setting =>
  async ({ folder, alas, gateway, keep }) => {
    const port = await keep(startTinyproxy(folder, gateway, []));
    const text = script.replaceAll("{proxy}", `127.0.0.1:${port}`);
    const server = createServer((_, response) => {
      response.setHeader("Content-Type", "application/x-ns-proxy-autoconfig").end(text);
    });
    return [`--proxy-pac-url=http://127.0.0.1:${await keep(listenOnLoopback(server))}/proxy.pac`, leadTo(alas)];
  };

const choose = (answer: string): string => `function FindProxyForURL(url, host) { return ${answer}; }`;

const settings: readonly (readonly [Fault, Setting])[] = [
  [{ name: "proxy: works (tinyproxy)", shows: key }, tinyproxy()],
  [{ name: "proxy: 407 (tinyproxy with BasicAuth)", shows: signIn, requests: 0 }, tinyproxy("BasicAuth plant secret")],
  [
    { name: "proxy: lets nothing pass (tinyproxy, 403)", shows: unreachable, requests: 0 },
    tinyproxy("ConnectPort 563"),
  ],
  [{ name: "proxy: leads to nothing (tinyproxy, 502)", shows: unreachable, requests: 0 }, deadGateway],
  [{ name: "proxy: dead", shows: unreachable, requests: 0 }, async () => [proxy(DEAD), NO_OTHER_WAY]],
  [{ name: "proxy: dead (SOCKS)", shows: unreachable, requests: 0 }, async () => [proxy(`socks5://${DEAD}`)]],
  [{ name: "proxy: its name is unknown", shows: unreachable, requests: 0 }, unknownProxy],
  [
    { name: "proxy: hangs up", shows: { failed: "net-reset", exit: 4 }, requests: 0 },
    raw((client) => client.destroy()),
  ],
  [{ name: "proxy: noise", shows: unreachable, requests: 0 }, raw((client) => client.end("\0\x01 no proxy\r\n\r\n"))],
  [{ name: "proxy: its own page instead of the connection", shows: unreachable, requests: 0 }, raw(ownPage)],
  [{ name: "PAC: names the proxy", shows: key }, pac(choose('"PROXY {proxy}"'))],
  [{ name: "PAC: direct", shows: key }, pac(choose('"DIRECT"'))],
  [{ name: "PAC: a dead proxy first, then a good one", shows: key }, pac(choose(`"PROXY ${DEAD}; PROXY {proxy}"`))],
  [{ name: "PAC: names a dead proxy", shows: unreachable, requests: 0 }, pac(choose(`"PROXY ${DEAD}"`))],
  [{ name: "PAC: no script", shows: key, remark: "the network stack goes on without it" }, pac("<html>sign in</html>")],
  [{ name: "PAC: throws", shows: key, remark: "the network stack goes on without it" }, pac(choose("nothing.here"))],
  [{ name: "PAC: cannot be had", shows: key, remark: "the network stack goes on without it" }, lostPac],
];

async function deadGateway({ folder, keep }: Network): Promise<readonly string[]> {
  return [proxy(await keep(startTinyproxy(folder, 1, []))), NO_OTHER_WAY];
}

async function unknownProxy(): Promise<readonly string[]> {
  return [proxy("proxy.plant.invalid:3128"), "--host-resolver-rules=MAP * ~NOTFOUND"];
}

async function lostPac({ alas }: Network): Promise<readonly string[]> {
  return [`--proxy-pac-url=http://${DEAD}/proxy.pac`, leadTo(alas)];
}

function ownPage(client: Socket): void {
  client.end("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>Welcome</html>");
}

/** Networks with a proxy, real ones where there are some. */
export const proxies: readonly Scene[] = settings.map(([fault, setting]) => ({
  title: fault.name,
  faults: [fault],
  open: async () => {
    const { ca, ...tls } = await issueCertificates();
    const world = await newWorld(ca);
    const kept: LoopbackServer[] = [];
    const keep = async <T extends LoopbackServer>(server: Promise<T>): Promise<number> => {
      kept.push(await server);
      return (await server).port;
    };
    const alas = await startFaultServer(tls, () => answer(attachment()));
    kept.push(alas);
    const gateway = await keep(startGateway(alas.port));
    const switches = await setting({ folder: world.folder, alas: alas.port, gateway, keep });
    return {
      place: world.place(...switches),
      asked: () => alas.asked,
      close: async () => void (await Promise.all([...kept.map(({ close }) => close()), world.close()])),
    };
  },
}));
