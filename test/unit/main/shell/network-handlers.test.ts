import { expect, test } from "vitest";
import type { SignInId } from "../../../../core/network/proxy-question.ts";
import type { ReachReport } from "../../../../core/network/reach.ts";
import { err, ok } from "../../../../core/result.ts";
import { createSignInQuestions } from "../../../../main/alas/sign-in-questions.ts";
import { networkHandlers } from "../../../../main/shell/network-handlers.ts";

const REPORT: ReachReport = { host: "alas.stratus.com", steps: [] };

function handlers() {
  const signIn = createSignInQuestions(async () => null);
  const shown: SignInId[] = [];
  signIn.open((question) => question && shown.push(question.id));
  let reached = 0;
  const reach = async () => {
    reached += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return REPORT;
  };
  return { ...networkHandlers({ reach, signIn }), signIn, shown, reached: () => reached };
}

test("a second click while the way is being checked sends nothing more", async () => {
  const made = handlers();
  const both = await Promise.all([made["alas.reach"](undefined), made["alas.reach"](undefined)]);
  expect(both).toEqual([ok(REPORT), ok(REPORT)]);
  expect(made.reached()).toBe(1);
  await made["alas.reach"](undefined);
  expect(made.reached()).toBe(2);
});

test("an answer reaches the question that it is for, and is refused when that does not stand any more", async () => {
  const made = handlers();
  const credentials = { name: "operator", password: "secret" };
  const challenge = { host: "proxy.example", port: 3128, realm: "", scheme: "basic" } as const;
  const asked = made.signIn.ask(challenge, { again: false, triesLeft: 3 }, undefined);
  const [id] = made.shown;
  if (id === undefined) throw new Error("nothing was shown");
  expect(await made["proxy.signIn"]({ id, credentials })).toEqual(ok(null));
  expect(await asked).toEqual(credentials);
  expect(await made["proxy.signIn"]({ id, credentials })).toEqual(err({ code: "call-rejected" }));
});
