import fc from "fast-check";
import { expect, test } from "vitest";
import { dispositionFileName } from "../../../../core/answer/content-disposition.ts";

test.each([
  ["a quoted name", 'attachment; filename="av_123_A.key"', "av_123_A.key"],
  ["a bare name", "attachment; filename=av_123_A.key", "av_123_A.key"],
  ["a bare name with blanks", "attachment; filename=av 123_A.key ; size=3", "av 123_A.key"],
  ["a name without a type", "filename=av_123_A.key", "av_123_A.key"],
  ["capitals and blanks", 'ATTACHMENT ;FileName = "av_123_A.key"', "av_123_A.key"],
  ["a semicolon in the name", 'attachment; filename="a;b_A.key"', "a;b_A.key"],
  ["an escaped quote", 'attachment; filename="a\\"b_A.key"', 'a"b_A.key'],
  ["an escaped backslash", 'attachment; filename="a\\\\b_A.key"', "a\\b_A.key"],
  ["a Windows path", 'attachment; filename="C:\\keys\\av_1_A.key"', "C:\\keys\\av_1_A.key"],
  ["a lost quote", 'attachment; filename="av_123_A.key', "av_123_A.key"],
  [
    "another parameter that quotes a file name",
    'form-data; name="a; filename=evil.key"; filename="av_1_A.key"',
    "av_1_A.key",
  ],
  ["the name twice: the first", 'attachment; filename="a_A.key"; filename="b_A.key"', "a_A.key"],
  ["the extended name in UTF-8", "attachment; filename*=UTF-8''av%5F123_A.key", "av_123_A.key"],
  ["the extended name with a language", "attachment; filename*=utf-8'ja'%E9%8D%B5_A.key", "鍵_A.key"],
  ["the extended name in Latin-1", "attachment; filename*=iso-8859-1''cl%E9_A.key", "cl\u00e9_A.key"],
  ["the extended name in UTF-8, its dash left out", "attachment; filename*=utf8''%E9%8D%B5_A.key", "鍵_A.key"],
  ["the same in capitals, with a language", "attachment; FILENAME*=UTF8'ja'av%5F1_A.key", "av_1_A.key"],
  ["the extended name in quotes", "attachment; filename*=\"UTF-8''av%5F1_A.key\"", "av_1_A.key"],
  ["both: the extended one", "attachment; filename=\"x.key\"; filename*=UTF-8''av_1_A.key", "av_1_A.key"],
  ["a broken extended name", "attachment; filename*=UTF-8''av%zz.key; filename=av_1_A.key", "av_1_A.key"],
  ["an extended name that is no UTF-8", "attachment; filename*=UTF-8''av%ff.key; filename=av_1_A.key", "av_1_A.key"],
  [
    "an extended name in another charset",
    "attachment; filename*=Shift_JIS''%8c%ae.key; filename=av_1_A.key",
    "av_1_A.key",
  ],
  ["UTF-8 read as Latin-1", 'attachment; filename="\u00e9\u008d\u00b5_A.key"', "\u00e9\u008d\u00b5_A.key"],
])("the server's name is read: %s", (_, header, name) => {
  expect(dispositionFileName(header)).toBe(name);
});

test.each([
  ["no header", null],
  ["an empty one", ""],
  ["only a type", "attachment"],
  ["an empty name", 'attachment; filename=""'],
  ["a blank name", 'attachment; filename="  "'],
  ["only a broken extended name", "attachment; filename*=UTF-8''%"],
  ["another parameter", "attachment; name=av_1_A.key"],
])("there is no name: %s", (_, header) => {
  expect(dispositionFileName(header)).toBeNull();
});

test("a quoted name comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
      fc.pre(name.trim() !== "");
      const header = `attachment; filename="${name.replace(/["\\]/g, "\\$&")}"`;
      expect(dispositionFileName(header)).toBe(name);
    }),
  );
});

test("an extended name comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
      fc.pre(name.trim() !== "");
      const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
      expect(dispositionFileName(`attachment; filename=x; filename*=UTF-8''${encoded}`)).toBe(name);
    }),
  );
});
