import { sendRaw } from "../../main/practice/raw-answer.ts";
import type { Asking, Play } from "./fault-server.ts";

/** The key of a system: bytes that are nothing else that is known. Each system has its own, as in the world. */
export const keyOf = (assetId: string): Buffer =>
  Buffer.concat([
    Buffer.from(Array.from({ length: KEY_BYTES - 16 }, (_, at) => at % 251)),
    Buffer.from(assetId.padEnd(16)),
  ]);
export const KEY_BYTES = 2301;
export const KEY_NAME = "av_12345_A.key";

export type Headers = Readonly<Record<string, string | undefined>>;

/** The header with which a browser would save a file of this name. */
export const attachment = (name: string = KEY_NAME): Headers => ({
  "Content-Disposition": `attachment; filename="${name}"`,
});

/** What is sent: the same for everyone, or made out of a system's key. */
type Body = Uint8Array | string | ((key: Buffer) => Uint8Array);

/** A whole answer, the system's key unless told otherwise. */
export function answer(
  headers: Headers = {},
  body: Body = (key) => key,
  { status = 200, cutAfterBytes }: { readonly status?: number; readonly cutAfterBytes?: number } = {},
): Play {
  const cut = cutAfterBytes === undefined ? {} : { cutAfterBytes };
  return ({ socket, assetId }) => {
    const sent = typeof body === "function" ? body(keyOf(assetId)) : body;
    return sendRaw(socket, { status, headers, body: Buffer.from(sent), ...cut });
  };
}

/** A key whose name has the number of its asset ID, as each system's key has one of its own. */
export const numberedKey: Play = (asking) =>
  answer(attachment(`av_${/\d+$/.exec(asking.assetId)?.[0] ?? 0}_A.key`))(asking);

export const page = (html: string, headers: Headers = {}, status = 200): Play =>
  answer({ "Content-Type": "text/html; charset=utf-8", ...headers }, html, { status });

export const redirect = (to: string, status = 302): Play => answer({ Location: to }, "", { status });

/** A redirect within ALAS, after which it is still known which fault is played. */
export const redirectWithin =
  (path: string): Play =>
  (asking) =>
    redirect(`${path}?siteid=${asking.assetId}`)(asking);

/** QUIC (HTTP/3) at the same name and port, by UDP. */
const OFFERS_QUIC = 'Alt-Svc: h3=":443"; ma=86400\r\n';

/** A key, after which the connection stays open for more. */
export const keyKeptAlive: Play = ({ socket, assetId }) => {
  const key = keyOf(assetId);
  const kept = "Connection: keep-alive\r\nKeep-Alive: timeout=60\r\n";
  const head = `HTTP/1.1 200 OK\r\nContent-Length: ${key.length}\r\n${kept}${OFFERS_QUIC}\r\n`;
  socket.write(Buffer.concat([Buffer.from(head), key]));
};

/** Raw bytes on the connection, then its end. */
export const bytes =
  (text: string): Play =>
  ({ socket }) =>
    void socket.end(text, "latin1");

/** Writes a piece now and then until the other side has had enough. */
export const trickle =
  (head: string, piece: string, everyMs: number): Play =>
  ({ socket }) => {
    socket.write(head, "latin1");
    const clock = setInterval(() => socket.writable && socket.write(piece, "latin1"), everyMs);
    socket.on("close", () => clearInterval(clock));
  };

/** Writes pieces as fast as they are taken, without an end. */
export const flood =
  (head: string, piece: string): Play =>
  ({ socket }) => {
    const on = (): void => {
      while (socket.writable && socket.write(piece, "latin1"));
    };
    socket.on("drain", on);
    socket.write(head, "latin1");
    on();
  };

export const silence: Play = () => undefined;

/** The first request is answered in one way, those behind it (after a redirect) in another. */
export const first =
  (one: Play, others: Play): Play =>
  (asking: Asking) =>
    asking.path.startsWith("/alas/activate") ? one(asking) : others(asking);
