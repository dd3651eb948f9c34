import { describe, expect, test } from "vitest";
import { LanguageSchema } from "../../../core/settings.ts";
import { screensFor } from "../../../core/text/screens-for.ts";
import { drawn } from "../../fixtures/drawn.tsx";

const { fetch, ticks } = screensFor("en");
const EJECT = ticks.eject("KINGSTON (E:)");

/** The words of some HTML: those of one line in a line. */
const shown = (html: string): string =>
  html
    .replace(/<span class="whole">([^<]*)<\/span>/g, "$1")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&#x27;", "'");
const headlineOf = (name: string, language: "en" | "ja" = "en"): string =>
  shown(/<h1[^>]*>(.*?)<\/h1>/s.exec(drawn(name, language))?.[1] ?? "");
/** The words on the buttons of one look. */
const buttons = (name: string, look: "big" | "quiet" | "small"): readonly string[] =>
  [...drawn(name).matchAll(new RegExp(`<button[^>]*class="${look}"[^>]*>(.*?)</button>`, "gs"))].map(([, text]) =>
    shown(text ?? ""),
  );

describe("what was fetched is told as it is", () => {
  test("a batch that came in part is not called whole, and its figures stand once", () => {
    const text = shown(drawn("fetch-200-cancelled"));
    expect(text).toContain("60 of 200 keys are on the stick. The rest is explained below.");
    expect(text).not.toContain("Everything");
    expect(text).not.toContain("140 not fetched");
    expect(shown(drawn("fetch-done-mixed"))).toContain("1 of 3 keys is on the stick.");
    expect(shown(drawn("fetch-200-cancelled", "ja"))).toContain("200 件中 60 件のキーを書き込みました。");
  });

  test.each(LanguageSchema.options)("the summary names both figures, in %s", (language) => {
    const { summary } = screensFor(language).fetch;
    expect(summary(60, 140)).toMatch(/60.*140/);
    expect(summary(60, 140)).toBe(
      { en: "60 keys fetched, 140 not fetched", ja: "取得済み 60 件、未取得 140 件" }[language],
    );
  });
});

describe("a server that is not the vendor's own is named", () => {
  test.each(["fetch-other-server", "fetch-other-server-asks", "fetch-other-server-running"])("at %s", (name) => {
    expect(shown(drawn(name))).toContain("Server: alas-relay.plant-4.example");
    expect(shown(drawn(name, "ja"))).toContain("サーバ: alas-relay.plant-4.example");
  });

  test("and the vendor's own is not", () => {
    expect(shown(drawn("fetch-history"))).not.toContain("Server:");
  });
});

describe("the headline and the button name the same keys", () => {
  test.each([
    ["fetch-one", "Fetch the key from ALAS", "Fetch the key from ALAS"],
    ["fetch-wait-beside", "Fetch the key from ALAS", "Fetch the key from ALAS"],
    ["fetch-kept-and-fresh", "Get 2 keys", "Fetch 1 key from ALAS, and write the kept key again"],
    ["fetch-200", "Get 192 keys", "Fetch 191 keys from ALAS, and write the kept key again"],
    ["fetch-kept", "Write the kept key again", "Write the kept key again"],
  ])("%s", (name, headline, button) => {
    expect(headlineOf(name)).toBe(headline);
    expect(buttons(name, "big")).toEqual([button]);
  });

  test("in Japanese, too", () => {
    expect(headlineOf("fetch-200", "ja")).toBe("キー 192 件を用意します");
    expect(drawn("fetch-one", "ja")).toContain("ALAS からキーを取得する");
  });
});

describe("the next thing to do after a refusal is the headline, and its button is in sight", () => {
  test.each([
    ["fetch-refused-21-over", "Now try once more", fetch.toRetry],
    ["fetch-refused-21-twice", "Call your service representative", fetch.copyDetails],
    ["fetch-refused-31", "Make a new request at Computer B", EJECT],
    ["fetch-refused-35", "Call your service representative", fetch.copyDetails],
    ["fetch-refused-90", "Call your service representative", fetch.copyDetails],
    ["fetch-refused-unlisted", "Call your service representative", fetch.copyDetails],
    ["fetch-web-page", "No key was fetched", fetch.lookAgain],
  ])("%s", (name, headline, button) => {
    expect(headlineOf(name)).toBe(headline);
    expect(buttons(name, "big")).toEqual([button]);
    expect(drawn(name)).toMatch(new RegExp(`class="actions stay">.*${button.replace(/[()]/g, "\\$&")}`, "s"));
    expect(shown(drawn(name)).split(button).length - 1, "and is there once").toBe(1);
  });

  test.each(["fetch-web-page", "fetch-refused-21", "fetch-refused-21-over", "fetch-refused-35", "fetch-cancelled"])(
    "the stick may leave, but need not: %s",
    (name) => {
      expect(buttons(name, "quiet")).toContain(EJECT);
      expect(drawn(name)).not.toContain('class="ticks"');
    },
  );

  test("a stick that left without a key is told to be safe", () => {
    expect(shown(drawn("fetch-refused-35-ejected"))).toContain(ticks.safe);
    expect(drawn("fetch-refused-35-ejected")).not.toContain(EJECT);
    expect(drawn("fetch-refused-35-ejecting")).toContain(`<progress class="wide" aria-label="${ticks.toEject}"`);
  });

  test("while 2.1 is waited for, it is explained once; then what to do is no wait", () => {
    const waiting = shown(drawn("fetch-refused-21"));
    expect(waiting.match(/does not know/g)).toHaveLength(1);
    expect(waiting).not.toContain("Wait 15 minutes");
    expect(shown(drawn("fetch-refused-21-over"))).toContain("Fetch once more now.");
    expect(shown(drawn("fetch-refused-21-over"))).not.toContain("Wait 15 minutes");
  });

  test("an answer that lies on the stick is not pointed to on this computer", () => {
    expect(drawn("fetch-refused-90")).not.toContain("answer-1.raw");
    expect(drawn("fetch-web-page")).toContain("answer-1.raw");
  });
});

describe("before the click", () => {
  test("the button is there while nothing is chosen, and says why it does nothing", () => {
    const html = drawn("fetch-cut-off-only");
    expect(html).toMatch(/<button[^>]*class="big"[^>]*aria-disabled="true"[^>]*aria-describedby="nothing-chosen"/);
    expect(html).toMatch(new RegExp(`id="nothing-chosen">${fetch.nothingChosen}<`));
    expect(html).toContain("Tick the systems to fetch, then press the button.");
    expect(drawn("fetch-by-hand")).not.toContain('class="big"');
    expect(drawn("fetch-one")).not.toContain('aria-disabled="true"');
  });

  test.each(["fetch-one", "fetch-history", "fetch-200"])("what it may cost is read before it: %s", (name) => {
    const [before] = drawn(name).split('class="actions stay"');
    expect(shown(before ?? "")).toContain(fetch.economy);
  });

  test("figures carry their names, and names stand in a list of the language", () => {
    expect(drawn("fetch-200").replace(/<[^>]+>/g, " ")).toMatch(
      /Fetched before: 2 +Activations left, as far as known: +at most 2 of 3/,
    );
    expect(screensFor("ja").fetch.about(["ze-1", "ze-2"], 3, "注意")).toBe("ze-1、ze-2、ほか 3 件: 注意");
    expect(fetch.about(["ze-1", "ze-2"], 0, "note")).toBe("ze-1, ze-2: note");
  });
});
