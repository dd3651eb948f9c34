import { describe, expect, test } from "vitest";
import { LanguageSchema } from "../../../core/settings.ts";
import { consoleLabels } from "../../../core/text/console-labels.ts";
import { screensFor } from "../../../core/text/screens-for.ts";
import { drawn } from "../../fixtures/drawn.tsx";

const words = screensFor("en");
const times = (name: string, text: string): number => drawn(name).split(text).length - 1;
/** The console's page as it is sketched. */
const drawing = (name: string): string => /<svg class="console".*?<\/svg>/s.exec(drawn(name))?.[0] ?? "";

describe("the asset ID is compared with the console, not with our drawing of it", () => {
  test.each(["link-good", "link-typed", "deliver-one", "deliver-sealed"])("at %s", (name) => {
    expect(drawing(name)).toContain(`${consoleLabels.en.assetId}: …`);
    expect(drawing(name)).not.toContain("ze-207");
  });
});

test("a scan that takes long says how far it is, beside the stick and as a bar", () => {
  expect(drawn("fetch-reading-long")).toContain("Reading… 1200 of 5000 requests");
  expect(drawn("fetch-reading-long")).toMatch(/<progress[^>]* value="1200"[^>]*>/);
  expect(drawn("fetch-reading")).not.toMatch(/<progress[^>]* value=/);
});

describe("what cannot be done is not offered", () => {
  test.each(["request-writing", "fetch-running", "deliver-copying", "request-ejecting", "fetch-carry-ejecting"])(
    "another computer at %s",
    (name) => {
      expect(times(name, `>${words.frame.change}<`)).toBe(0);
      expect(drawn(name)).toContain("You are at Computer");
    },
  );

  test("another system's request while the stick is being ejected", () => {
    expect(times("request-ejecting", words.request.another)).toBe(0);
    expect(times("request-ejected", words.request.another)).toBe(1);
  });

  test("a key that must not be uploaded, but another one on the same stick", () => {
    expect(drawn("deliver-differs")).not.toContain(words.deliver.copy("ze-207"));
    expect(drawn("deliver-differs")).not.toContain('type="radio" name="key"');
    expect(drawn("deliver-differs-of-two")).toContain("zetest_4700");
    expect(drawn("deliver-damaged")).not.toContain("Plug in the stick");
  });
});

describe("what can be done is offered once", () => {
  test.each(["request-bitlocker", "request-no-permission", "fetch-sealed", "fetch-has-key"])(
    "to read the stick again, at %s",
    (name) => expect(times(name, `>${words.stick.readAgain}<`)).toBe(1),
  );

  test.each(["request-no-stick", "fetch-no-stick", "deliver-no-stick"])("a folder, at %s", (name) =>
    expect(times(name, words.stick.chooseFolder)).toBe(1),
  );

  test("and no folder once the trip is over", () => {
    expect(times("deliver-complete", words.stick.chooseFolder)).toBe(0);
  });

  test.each(["fetch-has-key", "fetch-request-again", "deliver-nothing", "deliver-differs", "request-already"])(
    "to eject the stick, at %s",
    (name) => expect(times(name, words.ticks.eject("KINGSTON (E:)"))).toBe(1),
  );
});

test("of two links each is offered by its own asset ID, and nothing is called a problem", () => {
  const html = drawn("link-two-urls");
  expect(html).toMatch(/class="asset-id">ze-207<.*class="asset-id">zetest_4700</s);
  expect(html).not.toContain("note problem");
});

test.each(LanguageSchema.options)("a console that does not say activated is no dead end, in %s", (language) => {
  const { deliver } = screensFor(language);
  expect(drawn("upload-status", language)).toContain(deliver.somethingElse);
  expect(drawn("upload-first", language)).not.toContain(deliver.somethingElse);
  const advice = deliver.checkFile("av_1_A.key")(consoleLabels[language]);
  expect(advice).toContain("av_1_A.key");
  expect(advice).toContain(`[${consoleLabels[language].checkNow}]`);
});
