import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { makeStick } from "../../tools/lib/usb/stick.mjs";

const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("the window shows each stick that is plugged in, and that it is gone", async () => {
  const kingston = await makeStick(folder);
  const [opened, ...cycles] = await runInGuest("window", { sticks: { kingston }, limitMs: 500_000 });
  expect(opened.ms).toHaveProperty("opened");
  expect(cycles).toMatchObject([...Array(3).fill({ ms: { shown: expect.any(Number) } }), { ms: {} }]);
});
