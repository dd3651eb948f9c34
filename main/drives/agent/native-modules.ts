import type { NativeModules } from "./run-agent.ts";

/** drivelist and usb-detection, each loaded on first use. On Linux drivelist runs `lsblk`, which every desktop has. */
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
