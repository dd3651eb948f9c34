import { expect, test } from "vitest";
import { sizeText } from "../../../../core/text/size-text.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [2301, "2.3 kB"],
  [65_536, "66 kB"],
  [1_048_576, "1.0 MB"],
  [16_000_000_000, "16 GB"],
  [2_000_000_000_000_000, "2000 TB"],
])("%i bytes are %s", (bytes, text) => expect(sizeText(bytes)).toBe(text));
