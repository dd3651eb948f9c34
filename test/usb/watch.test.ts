import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { makeStick } from "../../tools/lib/usb/stick.mjs";

const CYCLES = 10;
const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("none is missed of ten sticks that come and go, and the process ends when nobody watches", async () => {
  const kingston = await makeStick(folder);
  const env = { CYCLES: String(CYCLES) };
  expect(await runInGuest("watch", { sticks: { kingston }, env, limitMs: 400_000 })).toHaveLength(CYCLES);
});
