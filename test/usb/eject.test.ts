import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runInGuest } from "../../tools/lib/usb/run-in-guest.mjs";
import { checkStick, makeStick } from "../../tools/lib/usb/stick.mjs";
import { judgePulled } from "./judge-pulled.ts";
import { FOREIGN } from "./trip.ts";

const folder = mkdtempSync(join(tmpdir(), "keyferry-stick-"));
/** All that the job reported. */
let seen: Awaited<ReturnType<typeof runInGuest>>[number];

beforeAll(async () => {
  const kingston = await makeStick(folder, { files: FOREIGN });
  const reports = await runInGuest("eject", {
    sticks: { kingston },
    answers: {
      judge: () => judgePulled(kingston),
      closed: async () => !(await checkStick(kingston)).output.includes("Dirty bit"),
    },
    limitMs: 600_000,
  });
  seen = Object.assign({}, ...reports);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a stick that is not mounted is mounted on request", ({ task }) => {
  const { unmounted, drive, ms } = seen;
  const measured = `${unmounted.reason} -> ${drive.path}, ${ms.mountMs} ms`;
  task.meta.figure = { what: "mount by udisks", measured, goal: "usable" };
  expect(unmounted).toMatchObject({ usable: false, reason: "not-mounted", bus: "USB", removable: true, path: null });
  expect(drive).toMatchObject({ usable: true, reason: null, label: "KINGSTON", fileSystem: "vfat", readOnly: false });
});

test("a stick that a program uses is not ejected, and the program is named", ({ task }) => {
  const { busy } = seen;
  const measured = busy.ok ? "ejected" : `${busy.error.code}: ${busy.error.by}`;
  task.meta.figure = { what: "eject while a program has a file open", measured, goal: "stick-eject-busy: node" };
  expect(busy).toEqual({ ok: false, error: { code: "stick-eject-busy", by: ["node"] } });
});

test("an eject that is confirmed leaves all on the medium, the stick closed properly and switched off", ({ task }) => {
  const { ejected, found, closed, away, ms } = seen;
  const measured = `${found.state}, ${closed ? "closed" : "left open"}, ${away ? "off" : "on"}, ${ms.ejectMs} ms`;
  task.meta.figure = { what: "eject by udisks", measured, goal: "answered, closed, off" };
  expect(ejected).toEqual({ ok: true });
  expect(found).toMatchObject({ state: "answered", url: true, key: true, harmed: [], unfinished: false, problems: [] });
  expect([closed, away]).toEqual([true, true]);
});

test("of a locked stick it is said that its switch is the reason", ({ task }) => {
  const { why, ejectedLocked } = seen;
  task.meta.figure = {
    what: "why a locked stick cannot be written",
    measured: why?.code,
    goal: "stick-write-protected",
  };
  expect(why).toEqual({ code: "stick-write-protected" });
  expect(ejectedLocked).toEqual({ ok: true });
});
