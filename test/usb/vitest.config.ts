import { defineConfig } from "vitest/config";

// Each file starts a virtual machine, which does one thing after the other: two at a time use both processors of a small
// computer.
// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default defineConfig({
  test: { include: ["test/usb/*.test.ts"], maxWorkers: 2, testTimeout: 60_000, hookTimeout: 2_100_000 },
});
