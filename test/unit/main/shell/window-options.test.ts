import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { windowOptions } from "../../../../main/shell/window-options.ts";

const tokens = readFileSync(fileURLToPath(new URL("../../../../renderer/styles/tokens.css", import.meta.url)), "utf8");
const [light, dark] = [...tokens.matchAll(/--ground: (#[0-9a-f]{6});/g)].map(([, colour]) => colour);

test("the window has the colour of its page from the first frame on, light or dark", () => {
  expect(windowOptions("/p", false).backgroundColor).toBe(light);
  expect(windowOptions("/p", true).backgroundColor).toBe(dark);
});

test("of all that a page may be allowed only the three locks are on", () => {
  const { webPreferences = {} } = windowOptions("/p", false);
  const on = Object.entries(webPreferences).flatMap(([name, value]) => (value === true ? [name] : []));
  expect(on.sort()).toEqual(["contextIsolation", "sandbox", "webSecurity"]);
});
