import { describe, expect, test } from "vitest";
import { channels } from "../../../../core/ipc.ts";
import { NO_POLICY } from "../../../../core/policy/site-policy.ts";
import { err, ok } from "../../../../core/result.ts";
import type { Handlers } from "../../../../main/shell/ipc.ts";
import { requireReadablePolicy } from "../../../../main/shell/require-readable-policy.ts";

const reached = ok("reached");
const unusable = err({
  code: "policy-unusable",
  file: "/etc/keyferry/policy.json",
  fault: { type: "not-json" },
} as const);
const harmless = ["app.start", "settings.change", "stick.whyReadOnly", "stick.mount", "stick.eject", "text.copy"];

/** What each call answers, by its name. */
function answers(policy: Parameters<typeof requireReadablePolicy>[1]) {
  const open = Object.fromEntries(channels.map((channel) => [channel, async () => reached])) as unknown as Handlers; // they answer alike for every channel
  const handlers: Readonly<Record<string, unknown>> = requireReadablePolicy(open, policy);
  return (channel: string) => (handlers[channel] as () => Promise<unknown>)(); // one of the above, or its lock
}

test("with a policy that can be read, and without one, every call goes through", async () => {
  const answer = answers(ok(NO_POLICY));
  for (const channel of channels) expect(await answer(channel), channel).toBe(reached);
});

describe("while the policy cannot be read", () => {
  const answer = answers(unusable);

  test.each(channels.filter((channel) => !harmless.includes(channel)))(
    "%s does nothing but say so",
    async (channel) => {
      expect(await answer(channel)).toEqual(unusable);
    },
  );

  test.each(harmless)("%s goes on: it writes no request, reads none and asks nobody", async (channel) => {
    expect(await answer(channel)).toBe(reached);
  });

  test.each([
    "stick.scan",
    "stick.request",
    "stick.fetch",
    "stick.fetchByHand",
    "stick.deliver",
    "stick.deliverByHand",
  ])("%s, a step's own call, is blocked", async (channel) => {
    expect(await answer(channel)).toEqual(unusable);
  });
});
