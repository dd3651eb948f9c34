import type { Fault } from "../fault.ts";
import type { Play } from "../fault-server.ts";
import { answer, attachment, bytes, first, flood, page, redirect, redirectWithin, silence, trickle } from "../plays.ts";

const cutOff = { failed: "answer-cut-off", exit: 4 } as const;
const reset = { failed: "net-reset", exit: 4 } as const;
const noHttp = { failed: "net-not-http", exit: 4 } as const;
const refused = { failed: "redirect-refused", exit: 4 } as const;
const loop = { failed: "redirect-loop", exit: 4 } as const;
const status = { failed: "http-status", exit: 4 } as const;
const timeOut = { failed: "net-time-out", exit: 4 } as const;
const whole = (key: Buffer): Buffer => key;
const chunked = { "Transfer-Encoding": "chunked" };
const gzip = { ...attachment(), "Content-Encoding": "gzip" };
const OK = "HTTP/1.1 200 OK\r\n";

/** Each step of a redirect leads to one that was not seen yet. */
const onward: Play = (asking) => {
  const step = Number(/^\/step-(\d+)/.exec(asking.path)?.[1] ?? 0);
  return redirectWithin(`/step-${step + 1}`)(asking);
};
const toItself: Play = (asking) => redirect(asking.path)(asking);
const away = (to: string): Play => redirect(to);

/** The connection to the right server breaks, or what comes over it is no HTTP. */
export const broken: readonly Fault[] = [
  { name: "reset before an answer", play: ({ reset: cut }) => cut(), shows: reset },
  { name: "closed before an answer", play: ({ socket }) => void socket.destroy(), shows: reset },
  {
    name: "truncated (short of Content-Length)",
    play: answer(attachment(), whole, { cutAfterBytes: 1000 }),
    shows: cutOff,
  },
  { name: "truncated before its first byte", play: answer(attachment(), whole, { cutAfterBytes: 0 }), shows: cutOff },
  { name: "truncated: the last chunk is missing", play: answer(chunked, "5\r\nabcde\r\n"), shows: cutOff },
  { name: "gzip that is none", play: answer(gzip), shows: cutOff },
  { name: "HTTP/0.9 noise", play: bytes("\u0000\u0001 no HTTP at all\r\n\r\n"), shows: noHttp },
  { name: "headers cut off", play: bytes(`${OK}Content-Type: text/pl`), shows: reset },
  { name: "headers without an end, fast", play: flood(OK, `X-Filler: ${"x".repeat(8000)}\r\n`), shows: noHttp },
  {
    name: "two different lengths",
    play: bytes(`${OK}Content-Length: 5\r\nContent-Length: 9\r\n\r\nabcde`),
    shows: noHttp,
  },
  {
    name: "Content-Disposition: NUL",
    play: bytes(`${OK}Content-Disposition: attachment; filename="av\0.key"\r\n\r\nkey`),
    shows: noHttp,
  },
];

export const redirects: readonly Fault[] = [
  { name: "redirect to http", play: away("http://alas.stratus.com/x"), shows: refused },
  { name: "redirect to another host", play: away("https://login.example/x"), shows: refused },
  { name: "redirect to another port", play: away("https://alas.stratus.com:8443/x"), shows: refused },
  { name: "redirect with a name and a password", play: away("https://a:b@alas.stratus.com/x"), shows: refused },
  { name: "redirect to a file", play: away("file:///etc/passwd"), shows: refused },
  { name: "redirect to a captive portal", play: away("http://10.0.0.1/login?to=alas"), shows: refused },
  { name: "redirect loop", play: onward, requests: 6, shows: loop },
  { name: "redirect loop to the same address", play: toItself, shows: loop },
  {
    name: "redirect that leads to a login page elsewhere",
    play: first(redirectWithin("/x"), away("https://sso.example/")),
    requests: 2,
    shows: refused,
  },
];

/** Statuses other than 200, without a code of ALAS's. */
export const statuses: readonly Fault[] = [
  { name: "204", play: bytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"), shows: status },
  {
    name: "206: a part of a key",
    play: answer(attachment(), (key) => key.subarray(0, 100), { status: 206 }),
    shows: status,
  },
  ...[300, 301, 302, 303, 304, 307, 308].map(
    (code): Fault => ({ name: `${code} without Location`, play: answer({}, "", { status: code }), shows: status }),
  ),
  { name: "401", play: answer({ "WWW-Authenticate": 'Basic realm="x"' }, "", { status: 401 }), shows: status },
  ...[400, 403, 404, 408, 410, 429, 451, 500, 502, 503, 504, 511].map(
    (code): Fault => ({ name: String(code), play: page("<h1>Sorry</h1>", {}, code), shows: status }),
  ),
  { name: "404 with the bytes of a key", play: answer(attachment(), whole, { status: 404 }), shows: status },
];

/** Nobody waits longer than a minute. */
export const slow: readonly Fault[] = [
  { name: "no answer (time-out)", play: silence, shows: timeOut },
  { name: "one byte a second", play: trickle(`${OK}Content-Length: 2301\r\n\r\n`, "k", 1000), shows: timeOut },
  { name: "headers without an end, slow", play: trickle(OK, "X-Filler: x\r\n", 1000), shows: timeOut },
];
