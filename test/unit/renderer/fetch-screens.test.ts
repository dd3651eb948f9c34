import { describe, expect, test } from "vitest";
import { LanguageSchema } from "../../../core/settings.ts";
import { screensFor } from "../../../core/text/screens-for.ts";
import { drawn } from "../../fixtures/drawn.tsx";

const { fetch, checklist } = screensFor("en");
const EJECT = checklist.eject("KINGSTON (E:)");

/** The text of some HTML. Text that must not break stays in one line. */
const shown = (html: string): string =>
  html
    .replace(/<span class="whole">([^<]*)<\/span>/g, "$1")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&#x27;", "'");
const headlineOf = (name: string, language: "en" | "ja" = "en"): string =>
  shown(/<h1[^>]*>(.*?)<\/h1>/s.exec(drawn(name, language))?.[1] ?? "");
/** The labels of the buttons with this class. */
const buttons = (name: string, className: "big" | "quiet" | "small"): readonly string[] =>
  [...drawn(name).matchAll(new RegExp(`<button[^>]*class="${className}"[^>]*>(.*?)</button>`, "gs"))].map(([, text]) =>
    shown(text ?? ""),
  );

describe("the summary of a fetch is exact", () => {
  test("a partly failed batch is not called complete, and its numbers occur once", () => {
    const text = shown(drawn("fetch-200-cancelled"));
    expect(text).toContain("60 of 200 keys are on the stick. The rest is explained below.");
    expect(text).not.toContain("Everything");
    expect(text).not.toContain("140 not fetched");
    expect(shown(drawn("fetch-done-mixed"))).toContain("1 of 3 keys is on the stick.");
    expect(shown(drawn("fetch-200-cancelled", "ja"))).toContain("200 件中 60 件のキーを書き込みました。");
  });

  test.each(LanguageSchema.options)("the summary gives both numbers, in %s", (language) => {
    const { summary } = screensFor(language).fetch;
    expect(summary(60, 140)).toMatch(/60.*140/);
    expect(summary(60, 140)).toBe(
      { en: "60 keys fetched, 140 not fetched", ja: "取得済み 60 件、未取得 140 件" }[language],
    );
  });
});

describe("a server that is not the vendor's is shown", () => {
  test.each(["fetch-other-server", "fetch-other-server-asks", "fetch-other-server-running"])("at %s", (name) => {
    expect(shown(drawn(name))).toContain("Server: alas-relay.plant-4.example");
    expect(shown(drawn(name, "ja"))).toContain("サーバ: alas-relay.plant-4.example");
  });

  test("the vendor's server is not shown", () => {
    expect(shown(drawn("fetch-history"))).not.toContain("Server:");
  });
});

describe("the headline and the button give the same number of keys", () => {
  test.each([
    ["fetch-one", "Fetch the key from ALAS", "Fetch the key from ALAS"],
    ["fetch-wait-beside", "Fetch the key from ALAS", "Fetch the key from ALAS"],
    ["fetch-kept-and-fresh", "Get 2 keys", "Fetch 1 key from ALAS, and write the saved key again"],
    ["fetch-200", "Get 192 keys", "Fetch 191 keys from ALAS, and write the saved key again"],
    ["fetch-kept", "Write the saved key again", "Write the saved key again"],
  ])("%s", (name, headline, button) => {
    expect(headlineOf(name)).toBe(headline);
    expect(buttons(name, "big")).toEqual([button]);
  });

  test("in Japanese", () => {
    expect(headlineOf("fetch-200", "ja")).toBe("キー 192 件を用意します");
    expect(drawn("fetch-one", "ja")).toContain("ALAS からキーを取得する");
  });
});

describe("after a refusal, the headline and the sticky button show the next action", () => {
  test.each([
    ["fetch-refused-21-over", "Now try once more", fetch.toRetry],
    ["fetch-refused-21-twice", "Call your service representative", fetch.copyDetails],
    ["fetch-refused-31", "Make a new request at Computer B", EJECT],
    ["fetch-refused-35", "Call your service representative", fetch.copyDetails],
    ["fetch-refused-90", "Call your service representative", fetch.copyDetails],
    ["fetch-refused-unlisted", "Call your service representative", fetch.copyDetails],
    ["fetch-web-page", "No key was fetched", fetch.backToRequests],
  ])("%s", (name, headline, button) => {
    expect(headlineOf(name)).toBe(headline);
    expect(buttons(name, "big")).toEqual([button]);
    expect(drawn(name)).toMatch(new RegExp(`class="actions stay">.*${button.replace(/[()]/g, "\\$&")}`, "s"));
    expect(shown(drawn(name)).split(button).length - 1, "occurs once").toBe(1);
  });

  test.each(["fetch-web-page", "fetch-refused-21", "fetch-refused-21-over", "fetch-refused-35", "fetch-cancelled"])(
    "ejecting the stick is a secondary action, at %s",
    (name) => {
      expect(buttons(name, "quiet")).toContain(EJECT);
      expect(drawn(name)).not.toContain('class="ticks"');
    },
  );

  test("a stick that was ejected without a key is shown as safe to remove", () => {
    expect(shown(drawn("fetch-refused-35-ejected"))).toContain(checklist.safe);
    expect(drawn("fetch-refused-35-ejected")).not.toContain(EJECT);
    expect(drawn("fetch-refused-35-ejecting")).toContain(`<progress class="wide" aria-label="${checklist.toEject}"`);
  });

  test("error 2.1 is explained once during the wait, and after it the remedy is to fetch once more", () => {
    const waiting = shown(drawn("fetch-refused-21"));
    expect(waiting.match(/does not know/g)).toHaveLength(1);
    expect(waiting).not.toContain("Wait 15 minutes");
    expect(shown(drawn("fetch-refused-21-over"))).toContain("Fetch once more now.");
    expect(shown(drawn("fetch-refused-21-over"))).not.toContain("Wait 15 minutes");
  });

  test("the path on this computer is not shown if the answer is on the stick", () => {
    expect(drawn("fetch-refused-90")).not.toContain("answer-1.raw");
    expect(drawn("fetch-web-page")).toContain("answer-1.raw");
  });
});

describe("before the fetch", () => {
  test("while nothing is chosen, the button is disabled and says why", () => {
    const html = drawn("fetch-cut-off-only");
    expect(html).toMatch(/<button[^>]*class="big"[^>]*aria-disabled="true"[^>]*aria-describedby="nothing-chosen"/);
    expect(html).toMatch(new RegExp(`id="nothing-chosen">${fetch.nothingChosen}<`));
    expect(html).toContain("Tick the systems to fetch, then press the button.");
    expect(drawn("fetch-by-hand")).not.toContain('class="big"');
    expect(drawn("fetch-one")).not.toContain('aria-disabled="true"');
  });

  test.each(["fetch-one", "fetch-history", "fetch-200"])("the note on the cost stands above the button: %s", (name) => {
    const [before] = drawn(name).split('class="actions stay"');
    expect(shown(before ?? "")).toContain(fetch.economy);
  });

  test("numbers have labels, and lists of names follow the language", () => {
    expect(drawn("fetch-200").replace(/<[^>]+>/g, " ")).toMatch(
      /Fetched before: 2 +Activations left, as far as known: +at most 2 of 3/,
    );
    expect(screensFor("ja").fetch.about(["ze-1", "ze-2"], 3, "注意")).toBe("ze-1、ze-2、ほか 3 件: 注意");
    expect(fetch.about(["ze-1", "ze-2"], 0, "note")).toBe("ze-1, ze-2: note");
  });
});
