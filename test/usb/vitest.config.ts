import { defineConfig } from "vitest/config";

// Each file starts a virtual machine, in which a job does one thing after the other: two machines at a time use both
// processors of a small computer. The app's own is alone: its Electron runs many processes, and where they get too little
// of an emulated processor, the limits of time that the product itself sets (5 s for a list of drives) are over.
const limits = { testTimeout: 60_000, hookTimeout: 2_100_000 };
const ALONE = ["test/usb/app.test.ts"];

// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "two at a time",
          include: ["test/usb/*.test.ts"],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          ...limits,
        },
      },
      { test: { name: "alone", include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 }, ...limits } },
    ],
  },
});
