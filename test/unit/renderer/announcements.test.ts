import { describe, expect, test } from "vitest";
import { screensFor } from "../../../core/text/screens-for.ts";
import { drawn } from "../../fixtures/drawn.tsx";
import { states } from "../../gallery/states.ts";

const words = screensFor("en");
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;
const alerts = (name: string): number => count(drawn(name), /role="alert"/g);

describe("announcements of a screen reader", () => {
  test("the focused headline is not announced a second time by the live region", () => {
    expect(drawn("link-empty")).toContain('<p class="unseen" role="status"></p>');
  });

  test.each(["fetch-running", "fetch-200-running"])(
    "the live region for Cancel is on the page before Cancel is pressed, at %s",
    (name) => {
      expect(drawn(name)).toMatch(/<p role="status" id="[^"]+"><\/p>/);
    },
  );

  test("no step of the check of ALAS is an alert", () => {
    for (const name of ["reach-no-name", "reach-tls", "reach-redirected", "reach-proxy-dead"]) {
      expect(alerts(name), name).toBe(0);
    }
  });

  test("the hint to mount a stick by hand is no alert, a failed mount is one", () => {
    expect(alerts("request-unmounted-windows")).toBe(0);
    expect(alerts("request-mount-failed")).toBe(1);
  });

  test("every referenced id exists, and every problem is referenced by its field", () => {
    for (const name of Object.keys(states)) {
      const html = drawn(name).replaceAll(/<dialog[^>]*><\/dialog>/g, ""); // a closed dialog is not reachable
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const references = [...html.matchAll(/ (?:aria-labelledby|aria-describedby|for)="([^"]+)"/g)];
      const referenced = new Set(references.flatMap(([, list = ""]) => list.split(" ")));
      expect(
        [...referenced].filter((id) => !ids.has(id)),
        name,
      ).toEqual([]);
      const problems = [...ids].filter((id) => id?.endsWith("-problem"));
      expect(
        problems.filter((id) => id && !referenced.has(id)),
        name,
      ).toEqual([]);
    }
  });
});

describe("a pressed button stays on the page while it works", () => {
  test("Mount, with a progress bar", () => {
    const html = drawn("request-mounting");
    expect(html).toMatch(/<progress[^>]*><\/progress><button[^>]* aria-disabled="true"[^>]*>Mount /);
  });

  test("Cancel", () => {
    const html = drawn("fetch-cancelling");
    expect(html).toContain(words.fetch.cancelling);
    expect(html).toMatch(new RegExp(`<button[^>]* aria-disabled="true"[^>]*>${words.fetch.cancel}<`));
  });
});

describe("the comparison with the console", () => {
  test.each(["link-good", "link-untold", "deliver-one"])("offers the console's language, at %s", (name) => {
    expect(count(drawn(name), /type="radio" name="console-language"/g)).toBe(2);
  });
});

test("the text for an unknown asset ID does not look like an asset ID", () => {
  expect(drawn("fetch-request-again")).toContain(`<span class="name untold">${words.stick.unknownAssetId}</span>`);
});
