import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { makeStick } from "../../tools/lib/usb/stick.mjs";

const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("the app itself lists a stick that is plugged in", async () => {
  const kingston = await makeStick(folder);
  const [{ answer }] = await runInGuest("cli", { sticks: { kingston } });
  expect(answer).toMatchObject({
    ok: true,
    drives: [
      {
        path: "/media/stick",
        label: "KINGSTON",
        bus: "USB",
        fileSystem: "vfat",
        removable: true,
        readOnly: false,
        usable: true,
      },
    ],
  });
});
