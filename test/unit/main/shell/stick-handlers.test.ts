import { describe, expect, test, vi } from "vitest";
import type { Drive } from "../../../../core/drives/drive.ts";
import type { Outcome } from "../../../../core/problem.ts";
import { err, ok } from "../../../../core/result.ts";
import { createDeviceLock } from "../../../../main/drives/device-lock.ts";
import type { Drives } from "../../../../main/drives/drives.ts";
import type { Media } from "../../../../main/drives/media.ts";
import type { Services } from "../../../../main/services.ts";
import { stickHandlers } from "../../../../main/shell/stick-handlers.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import * as sample from "../../../gallery/samples.ts";

const stick: Stick = { root: "/media/op/KINGSTON", check: async () => ok(undefined) };

/** Handlers over a listing that is given, and media that only tell what they were asked for. */
function over(drives: readonly Drive[], media: Partial<Media> = {}) {
  const asked = {
    eject: vi.fn(async () => ok(undefined)),
    mount: vi.fn(async () => ok(undefined)),
    whyReadOnly: vi.fn(async () => null),
    ...media,
  };
  const inUse = createDeviceLock();
  const services = {
    drives: {
      list: async () => ok(drives),
      find: (id) => {
        const drive = drives.find((one) => one.id === id);
        return drive && { drive, device: "/dev/sdb" };
      },
      withSharedUse: (_, work) => inUse.withSharedUse("/dev/sdb", work),
      withExclusiveUse: (_, work) => inUse.withExclusiveUse("/dev/sdb", work),
      resolve: (id) => (drives.some((one) => one.id === id && one.usable) ? stick : undefined),
    } satisfies Partial<Drives>,
    media: asked,
  } as unknown as Services; // only what these handlers use
  return { handlers: stickHandlers(services), asked };
}

describe("stick.eject", () => {
  test("ejects the stick behind the id", async () => {
    const { handlers, asked } = over([sample.stick]);
    expect(await handlers["stick.eject"]({ stick: sample.stick.id })).toEqual(ok(null));
    expect(asked.eject).toHaveBeenCalledWith(stick);
  });

  test.each([
    ["one that is not listed", [], sample.stick, "stick-gone"],
    ["the computer's own disk", [sample.systemDisk], sample.systemDisk, "stick-gone"],
    ["a folder", [sample.folder], sample.folder, "call-rejected"],
  ])("does not eject %s", async (_, drives, wanted, code) => {
    const { handlers, asked } = over(drives);
    expect(await handlers["stick.eject"]({ stick: wanted.id })).toMatchObject({ error: { code } });
    expect(asked.eject).not.toHaveBeenCalled();
  });

  test("tells a refusal as it is", async () => {
    const problem = { code: "stick-eject-busy", by: ["vim"] } as const;
    const { handlers } = over([sample.stick], { eject: async () => err(problem) });
    expect(await handlers["stick.eject"]({ stick: sample.stick.id })).toEqual(err(problem));
  });

  test("while it lasts, nothing is asked of the stick, and nothing of it is mounted", async () => {
    let end = (): void => undefined;
    const eject = () => new Promise<Outcome<void>>((resolve) => (end = () => resolve(ok(undefined))));
    const { handlers, asked } = over([sample.stick, sample.unreadableStick], { eject });
    const wanted = { stick: sample.stick.id };
    const ejecting = handlers["stick.eject"](wanted);
    await new Promise((resolve) => setTimeout(resolve)); // let it begin
    expect(await handlers["stick.whyReadOnly"](wanted)).toEqual(err({ code: "busy" }));
    expect(await handlers["stick.mount"]({ stick: sample.unreadableStick.id })).toEqual(err({ code: "busy" }));
    expect(asked.whyReadOnly).not.toHaveBeenCalled();
    expect(asked.mount).not.toHaveBeenCalled();
    end();
    expect(await ejecting).toEqual(ok(null));
    expect(await handlers["stick.whyReadOnly"](wanted)).toEqual(ok(null));
  });
});

describe("stick.mount", () => {
  test("mounts the device behind the id, and lists anew", async () => {
    const { handlers, asked } = over([sample.unmountedStick]);
    expect(await handlers["stick.mount"]({ stick: sample.unmountedStick.id })).toEqual(ok([sample.unmountedStick]));
    expect(asked.mount).toHaveBeenCalledWith({ drive: sample.unmountedStick, device: "/dev/sdb" });
  });

  test("does nothing about a stick that is open by now, but list it", async () => {
    const { handlers, asked } = over([sample.stick]);
    expect(await handlers["stick.mount"]({ stick: sample.stick.id })).toEqual(ok([sample.stick]));
    expect(asked.mount).not.toHaveBeenCalled();
  });

  test.each([
    ["the computer's own disk", [sample.systemDisk], sample.systemDisk],
    ["a reader without a card", [sample.cardReader], sample.cardReader],
  ])("does not mount %s", async (_, drives, wanted) => {
    const { handlers, asked } = over(drives);
    expect((await handlers["stick.mount"]({ stick: wanted.id })).ok).toBe(false);
    expect(asked.mount).not.toHaveBeenCalled();
  });
});
