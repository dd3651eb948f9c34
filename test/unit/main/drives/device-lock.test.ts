import { expect, test, vi } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import { createDeviceLock } from "../../../../main/drives/device-lock.ts";
import { driveId } from "../../../gallery/samples.ts";

const [stick, other] = [driveId("d-000000000001"), driveId("d-000000000002")];
const busy = err({ code: "busy" });
const nothing = async () => ok(null);

/** Work that lasts until it is told to end. */
function lasting() {
  let end: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async () => {
    await until;
    return ok(null);
  };
  return { work, end: () => end() };
}

test("an eject waits for what is being done with the stick", async () => {
  const inUse = createDeviceLock();
  const writing = lasting();
  const eject = vi.fn(nothing);
  const use = inUse.withSharedUse(stick, writing.work);
  const alone = inUse.withExclusiveUse(stick, eject);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(eject).not.toHaveBeenCalled();
  writing.end();
  expect(await use).toEqual(ok(null));
  expect(await alone).toEqual(ok(null));
});

test("nobody begins while a stick is being ejected; another stick is free", async () => {
  const inUse = createDeviceLock();
  const ejecting = lasting();
  const alone = inUse.withExclusiveUse(stick, ejecting.work);
  expect(await inUse.withSharedUse(stick, nothing)).toEqual(busy);
  expect(await inUse.withExclusiveUse(stick, nothing)).toEqual(busy);
  expect(await inUse.withSharedUse(other, nothing)).toEqual(ok(null));
  ejecting.end();
  await alone;
  expect(await inUse.withSharedUse(stick, nothing)).toEqual(ok(null));
});

test("work that breaks off keeps nobody waiting for ever", async () => {
  const inUse = createDeviceLock();
  const broken = inUse.withSharedUse(stick, () => Promise.reject(new Error("boom")));
  await expect(broken).rejects.toThrow("boom");
  expect(await inUse.withExclusiveUse(stick, nothing)).toEqual(ok(null));
});
