import { describe, expect, test } from "vitest";
import { NO_POLICY, type SitePolicy } from "../../../../core/policy/site-policy.ts";
import { ok } from "../../../../core/result.ts";
import { startTrip, transition } from "../../../../core/trip/transition.ts";
import type { Trip, TripEvent } from "../../../../core/trip/trip.ts";
import * as sample from "../../../gallery/samples.ts";

const { stick } = sample;
const RELAY = sample.LINK.replace("alas.stratus.com", "alas-relay.plant-4.example");
const link = (text: string): TripEvent => ({ type: "link-given", text });
const named = (name: string): TripEvent => ({ type: "operator-given", name });
const described = (note: string, minimal = false): TripEvent => ({ type: "request-described", note, minimal });
const confirm: TripEvent = { type: "link-confirmed" };

/** The trip at Computer B of a site with these rules, after these events. */
const at = (rules: Partial<SitePolicy>, ...events: readonly TripEvent[]): Trip =>
  events.reduce(
    (trip, event) => transition(trip, event)[0],
    startTrip("B", 0, { policy: { ...NO_POLICY, ...rules }, operator: "" }),
  );
const codeOf = (trip: Trip) => trip.problem?.code ?? null;

describe("the link", () => {
  test("may lead to a host that the site adds", () => {
    const hosts = ["alas-relay.plant-4.example"];
    expect(at({ hosts }, link(RELAY), confirm).stage.type).toBe("request.stick");
    expect(at({ hosts }, link(sample.LINK), confirm).stage.type).toBe("request.stick");
  });

  test("may not without", () => {
    expect(at({}, link(RELAY)).stage).toMatchObject({
      draft: { link: { ok: false, error: { code: "url-wrong-host" } } },
    });
  });
});

describe("what is demanded is asked for before anybody plugs in a stick", () => {
  const both = { requireNote: true, requireOperator: true };
  test.each([
    ["a note, first", both, [], "note-required"],
    ["a note of more than blanks", both, [described("  ")], "note-required"],
    ["then a name", both, [described("4711")], "operator-required"],
    ["a name of more than blanks", { requireOperator: true }, [named(" ")], "operator-required"],
  ] as const)("%s", (_, rules, events, code) => {
    const trip = at(rules, link(sample.LINK), ...events, confirm);
    expect([trip.stage.type, codeOf(trip)]).toEqual(["request.link", code]);
  });

  test("typing takes the complaint away, and then it goes on", () => {
    const asked = at(both, link(sample.LINK), confirm);
    const noted = transition(asked, described("4711"))[0];
    expect(codeOf(noted)).toBeNull();
    const complained = transition(noted, confirm)[0];
    const typed = transition(complained, named("Maintenance 2"))[0];
    expect(codeOf(typed)).toBeNull();
    expect(transition(typed, confirm)[0].stage).toMatchObject({
      type: "request.stick",
      confirmed: { operator: "Maintenance 2", draft: { note: "4711" } },
    });
  });

  test("leaving all out is no way around it", () => {
    const trip = at(both, link(sample.LINK), described("", true));
    expect(trip.stage).toMatchObject({ draft: { minimal: false } });
    expect(codeOf(transition(trip, confirm)[0])).toBe("note-required");
  });
});

test("a request that leaves all out names nobody, and the name stays for the next one", () => {
  const trip = at({}, link(sample.LINK), named("Maintenance 2"), described("", true), confirm);
  expect(trip.stage).toMatchObject({ confirmed: { operator: "" } });
  expect(trip.operator).toBe("Maintenance 2");
});

describe("a folder in place of a stick", () => {
  const wanted: TripEvent = { type: "folder-wanted" };
  test("is asked for where it is allowed", () => {
    expect(transition(at({}), wanted)[1]).toEqual([{ type: "choose-folder" }]);
  });

  test("is not where it is not, and why is said", () => {
    const [trip, effects] = transition(at({ allowFolders: false }), wanted);
    expect([codeOf(trip), effects]).toEqual(["folder-forbidden", []]);
  });

  test("does not stop anybody with a stick", () => {
    const trip = at(
      { allowFolders: false },
      { type: "drives-changed", drives: [stick] },
      {
        type: "stick-read",
        stick: stick.id,
        outcome: ok(sample.holding()),
      },
    );
    expect(trip.stick?.drive).toEqual(stick);
  });
});
