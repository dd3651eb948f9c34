import { expect, test } from "vitest";
import { visibleText } from "../../../../core/answer/visible-text.ts";

const shown = (html: string) => visibleText(html).replace(/\s+/g, " ").trim();

test.each([
  ["words in blocks", "<h1>Error</h1><p>Code 3.5</p>", "Error Code 3.5"],
  ["a code in bold, in its words' line", "<p>Code: <b>3.5</b></p>", "Code: 3.5"],
  ["no comments", "a<!-- 3.5 --><!---->b", "ab"],
  ["no scripts", "a<SCRIPT type=x>if (1<2) v=3.5</Script >b", "a b"],
  ["no styles", "a<style>p{line-height:3.5}</style>b", "a b"],
  ["no attributes", '<p data-v="3.5">a', "a"],
  ["entities", "3&#46;5&nbsp;&#x33;.5 &lt;&amp;&gt; &quot;", '3.5 3.5 <&> "'],
  ["entities that are none", "&#9999999; &#xffffff; &copy;", "&#9999999; &#xffffff; &copy;"],
  ["nothing behind an unclosed comment", "a<!-- b", "a"],
  ["nothing behind an unclosed script", "a<script>b", "a"],
  ["words that only begin like a script", "<scripture>a</scripture>", "a"],
])("a page shows %s", (_, html, text) => {
  expect(shown(html)).toBe(text);
});

test("lines follow the blocks", () => {
  expect(visibleText("<td>3.5</td><td>a <b>b</b></td>").trim()).toBe("3.5\n\na  b");
});

test.each(["<!--", "<script>", "<", "<a ", "&#", "<b"])("a page of a megabyte of %j is read soon", (unit) => {
  const start = performance.now();
  visibleText(unit.repeat(1_048_576 / unit.length));
  expect(performance.now() - start).toBeLessThan(10_000);
});
