import { describe, expect, test } from "vitest";
import { LanguageSchema } from "../../../core/settings.ts";
import { consoleLabels } from "../../../core/text/console-labels.ts";
import { screensFor } from "../../../core/text/screens-for.ts";
import { drawn } from "../../fixtures/drawn.tsx";

const words = screensFor("en");
const times = (name: string, text: string): number => drawn(name).split(text).length - 1;
/** The drawing of the console's page. */
const drawing = (name: string): string => /<svg class="console".*?<\/svg>/s.exec(drawn(name))?.[0] ?? "";

describe("the drawing of the masthead has no asset ID, so that the technician compares with the console", () => {
  test.each(["link-good", "link-typed", "deliver-one", "deliver-sealed"])("at %s", (name) => {
    expect(drawing(name)).toContain(`${consoleLabels.en.assetId}: …`);
    expect(drawing(name)).not.toContain("ze-207");
  });
});

test("a long scan shows its progress in the stick panel and as a bar", () => {
  expect(drawn("fetch-reading-long")).toContain("Reading… 1200 of 5000 requests");
  expect(drawn("fetch-reading-long")).toMatch(/<progress[^>]* value="1200"[^>]*>/);
  expect(drawn("fetch-reading")).not.toMatch(/<progress[^>]* value=/);
});

describe("an action that is not possible is not offered:", () => {
  test.each(["request-writing", "fetch-running", "deliver-copying", "request-ejecting", "fetch-carry-ejecting"])(
    "changing the computer, at %s",
    (name) => {
      expect(times(name, `>${words.frame.change}<`)).toBe(0);
      expect(drawn(name)).toContain("You are at Computer");
    },
  );

  test("a request for another system during the eject", () => {
    expect(times("request-ejecting", words.request.another)).toBe(0);
    expect(times("request-ejected", words.request.another)).toBe(1);
  });

  test("copying a damaged key, while another key on the stick is offered", () => {
    expect(drawn("deliver-differs")).not.toContain(words.deliver.copy("ze-207"));
    expect(drawn("deliver-differs")).not.toContain('type="radio" name="key"');
    expect(drawn("deliver-differs-of-two")).toContain("zetest_4700");
    expect(drawn("deliver-damaged")).not.toContain("Plug in the stick");
  });
});

describe("an action is offered once:", () => {
  test.each(["request-bitlocker", "request-no-permission", "fetch-sealed", "fetch-has-key"])(
    "rescanning the stick, at %s",
    (name) => expect(times(name, `>${words.stick.readAgain}<`)).toBe(1),
  );

  test.each(["request-no-stick", "fetch-no-stick", "deliver-no-stick"])("choosing a folder, at %s", (name) =>
    expect(times(name, words.stick.chooseFolder)).toBe(1),
  );

  test("choosing a folder is not offered after the trip", () => {
    expect(times("deliver-complete", words.stick.chooseFolder)).toBe(0);
  });

  test.each(["fetch-has-key", "fetch-request-again", "deliver-nothing", "deliver-differs", "request-already"])(
    "ejecting the stick, at %s",
    (name) => expect(times(name, words.checklist.eject("KINGSTON (E:)"))).toBe(1),
  );
});

test("two links are offered with their asset IDs, and are no problem", () => {
  const html = drawn("link-two-urls");
  expect(html).toMatch(/class="asset-id">ze-207<.*class="asset-id">zetest_4700</s);
  expect(html).not.toContain("note problem");
});

test.each(LanguageSchema.options)(
  "there is advice if the console does not show the licence as activated, in %s",
  (language) => {
    const { deliver } = screensFor(language);
    expect(drawn("upload-status", language)).toContain(deliver.somethingElse);
    expect(drawn("upload-first", language)).not.toContain(deliver.somethingElse);
    const advice = deliver.checkFile("av_1_A.key")(consoleLabels[language]);
    expect(advice).toContain("av_1_A.key");
    expect(advice).toContain(`[${consoleLabels[language].checkNow}]`);
  },
);
