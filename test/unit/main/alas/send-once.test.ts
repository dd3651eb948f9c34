import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { err } from "../../../../core/result.ts";
import { createProxySignIn } from "../../../../main/alas/proxy-sign-in.ts";
import { type RequestAccess, sendOnce } from "../../../../main/alas/send-once.ts";

const TUNNEL_REFUSED = new Error("net::ERR_TUNNEL_CONNECTION_FAILED");
const PROXY = { isProxy: true, host: "proxy.plant", port: 3128, realm: "plant", scheme: "basic" };

/** A network stack whose proxy refuses each tunnel. It asks for a sign-in before the first `questions` refusals only. */
function proxyThatRefuses({ questions }: { readonly questions: number }) {
  let attempts = 0;
  const request = () => {
    attempts += 1;
    const asks = attempts <= questions;
    const refuse = () => one.emit("error", TUNNEL_REFUSED);
    const one: EventEmitter = Object.assign(new EventEmitter(), {
      setHeader: () => undefined,
      abort: () => undefined,
      end: () => setImmediate(() => (asks ? one.emit("login", PROXY, refuse) : refuse())),
    });
    return one;
  };
  const session = { clearAuthCache: async () => undefined };
  const signIn = createProxySignIn(async () => ({ name: "tech", password: "wrong" }));
  // Only the parts of Electron's request and session that `sendOnce` uses.
  const access = { request, session, signIn } as unknown as RequestAccess;
  return { access, attempts: () => attempts };
}

const ask = (access: RequestAccess) =>
  sendOnce(access, { url: "https://alas.stratus.com/", method: "GET", ms: 60_000, signal: undefined }, () => undefined);

test("a proxy that refuses the tunnel after a sign-in and asks no second time gets one more attempt, not many", async () => {
  const { access, attempts } = proxyThatRefuses({ questions: 1 });
  expect(await ask(access)).toMatchObject({ ok: false, error: { code: "proxy-unreachable" } });
  expect(attempts()).toBe(2);
});

test("a proxy that refuses each password is asked with three of them", async () => {
  const { access, attempts } = proxyThatRefuses({ questions: 99 });
  expect(await ask(access)).toEqual(err({ code: "proxy-sign-in" }));
  expect(attempts()).toBe(4); // the fourth question gets no answer
});
