import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { makeStick } from "../../tools/lib/usb/stick.mjs";

const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));
let cycles: Awaited<ReturnType<typeof runInGuest>>;

beforeAll(async () => {
  const kingston = await makeStick(folder, { label: "KINGSTON", files: { "orders/march.txt": "two pumps" } });
  cycles = await runInGuest("plug", { sticks: { kingston } });
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a stick that is plugged in is listed with its label, each time", () => {
  expect(cycles).toHaveLength(3);
  for (const { partition, drives } of cycles) {
    expect(drives).toContainEqual(
      expect.objectContaining({
        device: partition.replace(/1$/, ""),
        busType: "USB",
        isUSB: true,
        isRemovable: true,
        isReadOnly: false,
        size: 64 * 1024 * 1024,
        mountpoints: [{ path: "/media/stick", label: "KINGSTON" }],
      }),
    );
  }
});

test("a stick that was pulled out is not listed any more", () => {
  for (const { afterwards } of cycles) expect(afterwards).toEqual([]);
});
