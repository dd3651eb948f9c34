import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { ProxyChallenge, ProxyCredentials } from "../../../../core/network/proxy-question.ts";
import { type AskForCredentials, createProxySignIn, type ProxyAttempt } from "../../../../main/alas/proxy-sign-in.ts";

const PROXY: ProxyChallenge = { host: "proxy.example", port: 3128, realm: "plant", scheme: "basic" };
const RIGHT: ProxyCredentials = { name: "operator", password: "right" };
const WRONG: ProxyCredentials = { name: "operator", password: "wrong" };

/** A person who gives these answers, one after the other, and then none. */
function person(...answers: readonly (ProxyCredentials | null)[]) {
  const asked: { readonly host: string; readonly again: boolean; readonly triesLeft: number }[] = [];
  const ask: AskForCredentials = async ({ host }, how) => {
    asked.push({ host, ...how });
    await delay(5); // nobody types in no time
    return answers[asked.length - 1] ?? null;
  };
  return { ask, asked };
}

/** A proxy that lets in who gives the right password: what it was given, in order. */
function proxy() {
  const given: ProxyCredentials[] = [];
  const pass = async (visit: ProxyAttempt, challenge = PROXY): Promise<boolean> => {
    for (;;) {
      const credentials = await visit.answer(challenge);
      if (credentials === null) {
        visit.end(false);
        return false;
      }
      given.push(credentials);
      await delay(2); // on the wire
      if (credentials.password === RIGHT.password) {
        visit.end(true);
        return true;
      }
    }
  };
  return { given, pass };
}

const run = () => new AbortController();

test("asks once, and gives the same again for as long as the app runs", async () => {
  const { ask, asked } = person(RIGHT);
  const signIn = createProxySignIn(ask);
  const { pass, given } = proxy();
  expect(await pass(signIn.startAttempt(run().signal))).toBe(true);
  expect(await pass(signIn.startAttempt(run().signal))).toBe(true);
  expect(asked).toEqual([{ host: "proxy.example", again: false, triesLeft: 3 }]);
  expect(given).toEqual([RIGHT, RIGHT]);
});

test("four fetches at a time ask once, and try a wrong password once: more might lock the account", async () => {
  const { ask, asked } = person(WRONG, RIGHT);
  const signIn = createProxySignIn(ask);
  const { pass, given } = proxy();
  const { signal } = run();
  const passed = await Promise.all([1, 2, 3, 4].map(() => pass(signIn.startAttempt(signal))));
  expect(passed).toEqual([true, true, true, true]);
  expect(asked.map(({ again }) => again)).toEqual([false, true]);
  expect(given).toEqual([WRONG, RIGHT, RIGHT, RIGHT, RIGHT]);
});

test("is asked at most three times, and then nobody of this run is asked again", async () => {
  const { ask, asked } = person(WRONG, WRONG, WRONG, RIGHT);
  const signIn = createProxySignIn(ask);
  const { pass } = proxy();
  const { signal } = run();
  expect(await Promise.all([1, 2, 3, 4, 5].map(() => pass(signIn.startAttempt(signal))))).toEqual(Array(5).fill(false));
  expect(asked.map(({ again, triesLeft }) => [again, triesLeft])).toEqual([
    [false, 3],
    [true, 2],
    [true, 1],
  ]);
  expect(await pass(signIn.startAttempt(run().signal)), "the next click asks anew").toBe(true);
});

test("who does not want to sign in is not asked again for the other fetches of the same click", async () => {
  const { ask, asked } = person(null, RIGHT);
  const signIn = createProxySignIn(ask);
  const { pass } = proxy();
  const { signal } = run();
  expect(await Promise.all([1, 2, 3].map(() => pass(signIn.startAttempt(signal))))).toEqual([false, false, false]);
  expect(asked).toHaveLength(1);
  expect(await pass(signIn.startAttempt(run().signal))).toBe(true);
});

test("a password is given to its own proxy only", async () => {
  const { ask, asked } = person(RIGHT, null);
  const signIn = createProxySignIn(ask);
  const { pass, given } = proxy();
  await pass(signIn.startAttempt(run().signal));
  for (const other of [
    { ...PROXY, host: "rogue.example" },
    { ...PROXY, port: 3129 },
  ]) {
    expect(await pass(signIn.startAttempt(run().signal), other)).toBe(false);
  }
  expect(asked).toHaveLength(3);
  expect(given).toEqual([RIGHT]);
});

test("one that was good and is no longer accepted is asked for anew", async () => {
  const changed = { ...RIGHT, password: "changed" };
  const { ask, asked } = person(RIGHT, changed);
  const signIn = createProxySignIn(ask);
  const first = signIn.startAttempt(run().signal);
  expect(await first.answer(PROXY)).toEqual(RIGHT);
  first.end(true);
  const second = signIn.startAttempt(run().signal);
  expect(await second.answer(PROXY)).toEqual(RIGHT);
  expect(await second.answer(PROXY)).toEqual(changed);
  second.end(true);
  expect(asked).toHaveLength(2);
});

describe("a fetch that ends in the middle", () => {
  test("lets the next one in, with what was typed and nobody has refused yet", async () => {
    const { ask, asked } = person(RIGHT);
    const signIn = createProxySignIn(ask);
    const first = signIn.startAttempt(run().signal);
    await first.answer(PROXY);
    const second = signIn.startAttempt(run().signal).answer(PROXY);
    first.end(false); // its network broke
    expect(await second).toEqual(RIGHT);
    expect(asked).toHaveLength(1);
  });

  test("while it waits for its turn holds up nobody", async () => {
    const { ask } = person(RIGHT);
    const signIn = createProxySignIn(ask);
    const first = signIn.startAttempt(run().signal);
    const [waiting, last] = [signIn.startAttempt(run().signal), signIn.startAttempt(run().signal)];
    await first.answer(PROXY);
    const nothing = waiting.answer(PROXY);
    const something = last.answer(PROXY);
    waiting.end(false);
    first.end(true);
    expect(await nothing).toBeNull();
    expect(await something).toEqual(RIGHT);
  });
});
