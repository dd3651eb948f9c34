import { isClosed } from "../../core/drives/drive.ts";
import { err, ok } from "../../core/result.ts";
import type { Services } from "../services.ts";
import type { Handlers } from "./ipc.ts";

type StickHandlers = Pick<Handlers, "stick.whyReadOnly" | "stick.mount" | "stick.eject">;

/** The calls about a stick as a thing: mounted, ejected, or closed for writing. */
export function stickHandlers({ drives, media }: Pick<Services, "drives" | "media">): StickHandlers {
  return {
    "stick.whyReadOnly": async ({ stick }) => {
      const found = drives.resolve(stick);
      return found
        ? drives.withSharedUse(stick, async () => ok(await media.whyReadOnly(found)))
        : err({ code: "stick-gone" });
    },
    "stick.mount": async ({ stick }) => {
      const listed = await drives.list(); // mounted by now, perhaps
      const found = drives.find(stick);
      if (!found) return err({ code: "stick-gone" });
      if (found.drive.usable) return listed;
      if (!isClosed(found.drive)) return err({ code: "call-rejected" }); // a disk of the computer, an empty reader
      const mounted = await drives.withSharedUse(stick, () => media.mount(found));
      if (!mounted.ok) return mounted;
      await drives.list(); // one that had begun before would not have it
      return drives.list();
    },
    "stick.eject": async ({ stick }) => {
      const found = drives.resolve(stick);
      if (!found) return err({ code: "stick-gone" });
      if (drives.find(stick)?.drive.bus === "folder") return err({ code: "call-rejected" }); // nothing to be ejected
      const ejected = await drives.withExclusiveUse(stick, () => media.eject(found));
      return ejected.ok ? ok(null) : ejected;
    },
  };
}
