import { expect, test } from "vitest";
import type { ProxyQuestion, SignInId } from "../../../../core/network/proxy-question.ts";
import { environmentSignIn } from "../../../../main/alas/environment-sign-in.ts";
import { createSignInQuestions } from "../../../../main/alas/sign-in-questions.ts";

const PROXY = { host: "proxy.example", port: 3128, realm: "plant", scheme: "basic" } as const;
const OTHER = { ...PROXY, host: "other.example" };
const FIRST = { again: false, triesLeft: 3 };
const OPERATOR = { name: "operator", password: "secret" };

function desk() {
  const shown: (ProxyQuestion | null)[] = [];
  const made = createSignInQuestions(async () => null);
  made.open((question) => shown.push(question));
  const id = (): SignInId => shown.at(-1)?.id ?? ("s-none" as SignInId); // an id that no question has
  return { ...made, shown, id };
}

test("a question is shown, answered, and taken away", async () => {
  const { ask, answer, shown, id } = desk();
  const asked = ask(PROXY, FIRST, undefined);
  expect(shown).toMatchObject([{ ...PROXY, ...FIRST, id: expect.stringMatching(/^s-[0-9a-f]{16}$/) }]);
  expect(answer(id(), OPERATOR)).toBe(true);
  expect(await asked).toEqual(OPERATOR);
  expect(shown.at(-1)).toBeNull();
});

test("an answer that comes too late is given to no other question", async () => {
  const { ask, answer, id } = desk();
  const first = ask(PROXY, FIRST, undefined);
  const late = id();
  answer(late, null);
  expect(await first).toBeNull();
  const second = ask(OTHER, FIRST, undefined);
  expect(answer(late, OPERATOR)).toBe(false);
  expect(answer(id(), null)).toBe(true);
  expect(await second).toBeNull();
});

test("two proxies are asked about one after the other", async () => {
  const { ask, answer, shown, id } = desk();
  const both = [ask(PROXY, FIRST, undefined), ask(OTHER, FIRST, undefined)];
  expect(shown.map((question) => question?.host)).toEqual(["proxy.example"]);
  answer(id(), OPERATOR);
  expect(shown.map((question) => question?.host)).toEqual(["proxy.example", "other.example"]);
  answer(id(), null);
  expect(await Promise.all(both)).toEqual([OPERATOR, null]);
  expect(shown.at(-1)).toBeNull();
});

test("a fetch that is cancelled takes its question away", async () => {
  const { ask, shown } = desk();
  const run = new AbortController();
  const asked = ask(PROXY, FIRST, run.signal);
  run.abort();
  expect(await asked).toBeNull();
  expect(shown.at(-1)).toBeNull();
  expect(await ask(PROXY, FIRST, run.signal)).toBeNull();
});

test("all questions are withdrawn when the page that shows them is gone, and the next one is shown again", async () => {
  const { ask, answer, withdrawAll, shown, id } = desk();
  const both = [ask(PROXY, FIRST, undefined), ask(OTHER, FIRST, undefined)];
  const late = id();
  withdrawAll();
  expect(await Promise.all(both)).toEqual([null, null]);
  expect(shown.at(-1)).toBeNull();
  expect(answer(late, OPERATOR)).toBe(false);
  const next = ask(OTHER, FIRST, undefined);
  expect(answer(id(), OPERATOR)).toBe(true);
  expect(await next).toEqual(OPERATOR);
});

test("a proxy's own text is bounded before it reaches the window", () => {
  const { ask, shown } = desk();
  ask({ ...PROXY, realm: "x".repeat(100_000) }, FIRST, undefined);
  expect(shown[0]?.realm).toHaveLength(200);
});

const ENV = {
  KEYFERRY_PROXY: "Proxy.example:3128",
  KEYFERRY_PROXY_USER: "operator",
  KEYFERRY_PROXY_PASSWORD: "secret",
};

test("without a window the environment answers, once, and only the proxy that it names", async () => {
  const env: NodeJS.ProcessEnv = { ...ENV };
  const { ask } = createSignInQuestions(environmentSignIn(env));
  expect(await ask(OTHER, FIRST, undefined)).toBeNull();
  expect(await ask(PROXY, FIRST, undefined)).toEqual(OPERATOR);
  expect(await ask(PROXY, { again: true, triesLeft: 2 }, undefined)).toBeNull();
  expect(env, "no program started from here has it").not.toHaveProperty("KEYFERRY_PROXY_PASSWORD");
});

test.each(Object.keys(ENV))("without %s nothing is given", async (missing) => {
  const { [missing as keyof typeof ENV]: _, ...rest } = ENV;
  expect(await environmentSignIn(rest)(PROXY, FIRST, undefined)).toBeNull();
});
