import { expect, test } from "vitest";
import { ALAS_ERRORS, findAlasError } from "../../../../core/answer/alas-errors.ts";
import { fullWidth } from "../full-width.ts";

test("each of the vendor's codes is found by its number and its name only", () => {
  for (const error of ALAS_ERRORS) {
    expect(findAlasError(error.code)).toBe(error);
    expect(findAlasError(error.name)).toBe(error);
  }
  expect(ALAS_ERRORS.length).toBeGreaterThan(0);
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
