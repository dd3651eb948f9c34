import type { IpcMainInvokeEvent } from "electron";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Channel, channels, type Input } from "../../../../core/ipc.ts";
import { err, ok } from "../../../../core/result.ts";
import { type Handlers, registerHandlers } from "../../../../main/shell/ipc.ts";

type Listener = (event: IpcMainInvokeEvent, ...input: unknown[]) => unknown;

const stick = "d-0123456789ab";
const ticket = "3F9A2C7K1M";
const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const signInId = "s-0123456789abcdef";

/** For each channel one input that passes and some that must not. */
const inputs: { readonly [C in Channel]: { readonly good: unknown; readonly bad: readonly unknown[] } } = {
  "app.start": { good: undefined, bad: [null, {}, "x"] },
  "settings.change": { good: { computer: "A" }, bad: [undefined, { computer: "C" }, { language: 7 }, { path: "/" }] },
  "drives.chooseFolder": { good: undefined, bad: ["/etc", {}] },
  "stick.scan": { good: { stick }, bad: [{ stick: "/media/x" }, { stick: "../.." }, {}, { stick: 1 }] },
  "stick.whyReadOnly": { good: { stick }, bad: [{ stick: "E:" }, { stick, path: "/" }, undefined] },
  "stick.mount": { good: { stick }, bad: [{ stick: "/dev/sdb1" }, { stick, device: "/dev/sdb" }, {}] },
  "stick.eject": { good: { stick }, bad: [{ stick: "E:" }, { stick: "$(reboot)" }, { stick, force: true }, null] },
  "stick.request": {
    good: { stick, pasted: "x", assetId: null, note: null, operator: null, minimal: false, again: false },
    bad: [
      {
        stick,
        pasted: "x".repeat(64 * 1024 + 1),
        assetId: null,
        note: null,
        operator: null,
        minimal: false,
        again: false,
      },
      { stick, pasted: "x", assetId: null, note: null, operator: "x".repeat(257), minimal: false, again: false },
      { stick, pasted: "x" },
      { stick: "/tmp", pasted: "x", assetId: null, note: null, operator: null, minimal: false, again: false },
    ],
  },
  "stick.fetch": {
    good: { stick, requests: [{ ticket, ticketSha256: sha256, confirmed: null }] },
    bad: [
      { stick, requests: [] },
      { stick, requests: [{ ticket: "../../x", ticketSha256: sha256, confirmed: null }] },
      { stick, requests: [{ ticket, ticketSha256: "", confirmed: null }] },
      { stick, requests: [{ ticket, ticketSha256: sha256, confirmed: "again" }] },
      { stick, requests: [{ ticket, ticketSha256: sha256 }] },
      { stick, tickets: [ticket] },
    ],
  },
  "stick.fetchByHand": {
    good: { stick, file: "url.txt", urlSha256: sha256, confirmed: null },
    bad: [{ stick, file: "", urlSha256: sha256, confirmed: null }, { stick, file: "url.txt" }, null],
  },
  "alas.reach": { good: undefined, bad: ["https://evil.example/", { host: "evil.example" }, null] },
  "proxy.signIn": {
    good: { id: signInId, credentials: { name: "operator", password: "" } },
    bad: [
      { id: signInId },
      { id: "s-1", credentials: null },
      { id: signInId, credentials: { name: "", password: "x" } },
      { id: signInId, credentials: { name: "x".repeat(257), password: "x" } },
      { id: signInId, credentials: { name: "x", password: "x".repeat(257) } },
      { id: signInId, credentials: { name: "x", password: 5 } },
      { id: signInId, credentials: { name: "x", password: "x" }, host: "evil.example" },
      null,
    ],
  },
  "fetch.cancel": { good: undefined, bad: [1, {}] },
  "stick.deliver": {
    good: { stick, tickets: [ticket], assetId: "ze-207" },
    bad: [
      { stick, tickets: [ticket] },
      { stick, tickets: ticket, assetId: null },
    ],
  },
  "stick.deliverByHand": { good: { stick, file: "a.key" }, bad: [{ stick, file: "x".repeat(513) }, "a.key"] },
  "deliver.chooseFolder": { good: undefined, bad: ["/root"] },
  "deliver.show": { good: undefined, bad: ["/etc/passwd"] },
  "clipboard.link": { good: undefined, bad: [true] },
  "text.copy": { good: { text: "x" }, bad: [{ text: "x".repeat(256 * 1024 + 1) }, { text: 1 }, "x"] },
};

/** Registers handlers that only count, and hands back a way to call them as the engine would. */
function registered(ours: boolean, answer: () => Promise<unknown> = async () => ok(null)) {
  const listeners = new Map<string, Listener>();
  const reached: Channel[] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      (_input: Input<Channel>) => {
        reached.push(channel);
        return answer();
      },
    ]),
  ) as unknown as Handlers; // counting handlers answer alike for every channel
  registerHandlers({ handle: (channel, listener) => void listeners.set(channel, listener) }, handlers, () => ours);
  const event = {} as IpcMainInvokeEvent; // only ever handed to the sender's check, which is given here
  return { reached, call: (channel: Channel, ...input: unknown[]) => listeners.get(channel)?.(event, ...input) };
}

describe.each(channels)("%s", (channel) => {
  test("reaches its handler with good input from our window", async () => {
    const { call, reached } = registered(true);
    expect(await call(channel, inputs[channel].good)).toEqual(ok(null));
    expect(reached).toEqual([channel]);
  });

  test("is refused to a foreign sender, whatever it sends", async () => {
    const { call, reached } = registered(false);
    expect(await call(channel, inputs[channel].good)).toEqual(err({ code: "call-rejected" }));
    expect(reached).toEqual([]);
  });

  test("is refused with input that the contract does not allow", async () => {
    const { call, reached } = registered(true);
    for (const bad of inputs[channel].bad) {
      expect(await call(channel, bad), JSON.stringify(bad)).toEqual(err({ code: "call-rejected" }));
    }
    expect(await call(channel, inputs[channel].good, "one more")).toEqual(err({ code: "call-rejected" }));
    expect(reached).toEqual([]);
  });

  test("never throws, whatever it is sent", async () => {
    const { call } = registered(true);
    await fc.assert(
      fc.asyncProperty(fc.anything({ withBigInt: true, withNullPrototype: true }), async (value) => {
        expect(await call(channel, value)).toHaveProperty("ok");
      }),
      { numRuns: 50 },
    );
  });

  test("says what its handler did not foresee instead of throwing it", async () => {
    const { call } = registered(true, async () => {
      throw new Error("no such disk");
    });
    expect(await call(channel, inputs[channel].good)).toEqual(err({ code: "unexpected", detail: "no such disk" }));
  });
});
