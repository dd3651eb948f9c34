import { describe, expect, test } from "vitest";
import { screensFor } from "../../../core/text/screens-for.ts";
import { drawn } from "../../fixtures/drawn.tsx";
import { states } from "../../gallery/states.ts";

const words = screensFor("en");
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;
const alerts = (name: string): number => count(drawn(name), /role="alert"/g);

describe("what is heard", () => {
  test("the headline is heard by its focus, not a second time from the region for news", () => {
    expect(drawn("link-empty")).toContain('<p class="unseen" role="status"></p>');
  });

  test.each(["fetch-running", "fetch-200-running"])(
    "the region for the end by Cancel is there before, at %s",
    (name) => {
      expect(drawn(name)).toMatch(/<p role="status" id="[^"]+"><\/p>/);
    },
  );

  test("each step of the way to ALAS is read with the verdict on it, none cries out beside", () => {
    for (const name of ["reach-no-name", "reach-tls", "reach-redirected", "reach-proxy-dead"]) {
      expect(alerts(name), name).toBe(0);
    }
  });

  test("that a stick must be mounted by hand is no alarm, that it could not be mounted is one", () => {
    expect(alerts("request-unmounted-windows")).toBe(0);
    expect(alerts("request-mount-failed")).toBe(1);
  });

  test("what names or describes another thing is there, and nothing that says what is wrong stands untied", () => {
    for (const name of Object.keys(states)) {
      const html = drawn(name).replaceAll(/<dialog[^>]*><\/dialog>/g, ""); // nobody meets one that is closed
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const tied = [...html.matchAll(/ (?:aria-labelledby|aria-describedby|for)="([^"]+)"/g)];
      const named = new Set(tied.flatMap(([, list = ""]) => list.split(" ")));
      expect(
        [...named].filter((id) => !ids.has(id)),
        name,
      ).toEqual([]);
      const problems = [...ids].filter((id) => id?.endsWith("-problem"));
      expect(
        problems.filter((id) => id && !named.has(id)),
        name,
      ).toEqual([]);
    }
  });
});

describe("what is pressed keeps its place while it works", () => {
  test("Mount, with a bar that says that it goes on", () => {
    const html = drawn("request-mounting");
    expect(html).toMatch(/<progress[^>]*><\/progress><button[^>]* aria-disabled="true"[^>]*>Mount /);
  });

  test("Cancel", () => {
    const html = drawn("fetch-cancelling");
    expect(html).toContain(words.fetch.cancelling);
    expect(html).toMatch(new RegExp(`<button[^>]* aria-disabled="true"[^>]*>${words.fetch.cancel}<`));
  });
});

describe("what is compared with the console", () => {
  test.each(["link-good", "link-untold", "deliver-one"])("can be shown in the console's language, at %s", (name) => {
    expect(count(drawn(name), /type="radio" name="console-language"/g)).toBe(2);
  });
});

test("that an asset ID is not known is not set like one", () => {
  expect(drawn("fetch-request-again")).toContain(`<span class="name untold">${words.stick.unknownAssetId}</span>`);
});
