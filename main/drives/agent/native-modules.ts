import type { NativeModules } from "./run-agent.ts";

/** The real ones, each loaded only when it is wanted. On Linux drivelist asks `lsblk`, which each desktop has. */
export const nativeModules: NativeModules = {
  load: () => import("drivelist"),
  list: async () => {
    const { list } = await import("drivelist");
    return await list();
  },
  watch: async (signal) => {
    const { default: detection } = await import("usb-detection");
    detection.on("change", signal); // added or removed
    detection.startMonitoring();
  },
};
