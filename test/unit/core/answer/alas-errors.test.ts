import { expect, test } from "vitest";
import { ALAS_ERRORS, findAlasError } from "../../../../core/answer/alas-errors.ts";
import { fullWidth } from "../full-width.ts";

test("the vendor's seven codes are there, each once", () => {
  expect(ALAS_ERRORS.map(({ code, name, retry }) => `${code} ${name} ${retry}`)).toEqual([
    "2.1 ALAS_UNKNOWN_SITEID after-15-minutes",
    "3.1 ALAS_INVALID_ARG after-fix",
    "3.2 ALAS_INVALID_SITEID after-fix",
    "3.3 ALAS_NO_SIGN later",
    "3.4 ALAS_NO_ATLAS_UPDATE later",
    "3.5 ALAS_NO_MORE_ACTIVATION no",
    "9.0 ALAS_UNKNOWN no",
  ]);
});

test.each([
  ["the number", "3.5", "3.5"],
  ["the number with blanks", " 2.1 ", "2.1"],
  ["the number in full-width", fullWidth("9.0"), "9.0"],
  ["the name", "ALAS_NO_SIGN", "3.3"],
  ["the name in small letters", "alas_invalid_arg", "3.1"],
  ["the name that begins another one", "ALAS_UNKNOWN", "9.0"],
])("a code is found by %s", (_, text, code) => {
  expect(findAlasError(text)?.code).toBe(code);
});

test.each(["", "3", "35", "3.50", "4.2", "ALAS", "ALAS_", "constructor"])("no code is found by %j", (text) => {
  expect(findAlasError(text)).toBeUndefined();
});
