import { expect, test } from "vitest";
import { err, ok } from "../../../core/result.ts";
import { transition } from "../../../core/trip/transition.ts";
import type { Effect } from "../../../core/trip/trip.ts";
import type { Bridge } from "../../../preload/index.ts";
import { runEffect } from "../../../renderer/run-effect.ts";
import { at } from "../../fixtures/gallery-trip.ts";
import { fakeBridge } from "../../gallery/fake-bridge.ts";
import * as sample from "../../gallery/samples.ts";

const stick = sample.stick.id;
const withBridge = (part: Partial<Bridge>): Bridge => ({ ...fakeBridge(null), ...part });

/** The effect that writes the request of a gallery state. */
function writeEffect(name: string, minimal: boolean): Effect {
  const described = transition(at(name), { type: "request-described", note: " work order 4711 ", minimal })[0];
  const named = transition(described, { type: "operator-given", name: " Maintenance 2 " })[0];
  const confirmed = transition(named, { type: "link-confirmed" })[0];
  const [effect] = transition(confirmed, { type: "write-wanted", again: false })[1];
  if (!effect) throw new Error("nothing would be written");
  return effect;
}

test.each([
  ["with note and operator", false, "work order 4711", "Maintenance 2"],
  ["without note and operator if minimal", true, null, null],
])("sends a request %s, and the link exactly as it was pasted", async (_, minimal, note, operator) => {
  const sent: unknown[] = [];
  const bridge = withBridge({
    request: async (input) => {
      sent.push(input);
      return ok(sample.writtenRequest);
    },
  });
  const event = await runEffect(bridge, writeEffect("link-good", minimal));
  expect(sent).toEqual([{ stick, pasted: sample.LINK, assetId: "ze-207", note, operator, minimal, again: false }]);
  expect(event).toEqual({ type: "request-written", outcome: ok(sample.writtenRequest) });
});

test("the event that answers a scan has the stick's id", async () => {
  const bridge = withBridge({ scan: async () => err({ code: "stick-gone" }) });
  expect(await runEffect(bridge, { type: "scan", stick })).toEqual({
    type: "stick-read",
    stick,
    outcome: err({ code: "stick-gone" }),
  });
});

test("copies a key by its ticket and the compared asset ID", async () => {
  const sent: unknown[] = [];
  const bridge = withBridge({
    deliver: async (input) => {
      sent.push(input);
      return ok(sample.delivery);
    },
  });
  const ticket = sample.ticketId("3F9A2C7K1M");
  await runEffect(bridge, { type: "copy-key", stick, key: { type: "request", ticket, assetId: "ze-207" } });
  expect(sent).toEqual([{ stick, tickets: [ticket], assetId: "ze-207" }]);
});

test("a rejected call becomes a problem", async () => {
  const request = { ticket: sample.ticketId("3F9A2C7K1M"), ticketSha256: "", confirmed: null };
  const bridge = withBridge({ fetch: () => Promise.reject(new Error("gone")) });
  expect(await runEffect(bridge, { type: "fetch", stick, requests: [request] })).toEqual({
    type: "fetch-ended",
    outcome: err({ code: "unexpected", detail: "Error: gone" }),
  });
});
