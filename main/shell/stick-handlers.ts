import { isClosed } from "../../core/drives/drive.ts";
import { err, ok } from "../../core/result.ts";
import type { Services } from "../services.ts";
import type { Handlers } from "./ipc.ts";

type StickHandlers = Pick<Handlers, "stick.whyReadOnly" | "stick.mount" | "stick.eject">;

/** Creates the handlers that mount or eject a stick, or explain why it is read-only. */
export function stickHandlers({ drives, media }: Pick<Services, "drives" | "media">): StickHandlers {
  return {
    "stick.whyReadOnly": async ({ stick }) => {
      const found = drives.resolve(stick);
      return found
        ? drives.withSharedUse(stick, async () => ok(await media.whyReadOnly(found)))
        : err({ code: "stick-gone" });
    },
    "stick.mount": async ({ stick }) => {
      const listed = await drives.list(); // it may be mounted by now
      const found = drives.find(stick);
      if (!found) return err({ code: "stick-gone" });
      if (found.drive.usable) return listed;
      if (!isClosed(found.drive)) return err({ code: "call-rejected" }); // a disk of the computer or an empty card reader
      const mounted = await drives.withSharedUse(stick, () => media.mount(found));
      if (!mounted.ok) return mounted;
      await drives.list(); // waits for a listing that began before the mount and so lacks the stick
      return drives.list();
    },
    "stick.eject": async ({ stick }) => {
      const found = drives.resolve(stick);
      if (!found) return err({ code: "stick-gone" });
      if (drives.find(stick)?.drive.bus === "folder") return err({ code: "call-rejected" }); // a folder cannot be ejected
      const ejected = await drives.withExclusiveUse(stick, () => media.eject(found));
      return ejected.ok ? ok(null) : ejected;
    },
  };
}
