import { defineConfig } from "vitest/config";

// Each file starts a virtual machine, which needs both processors of a small computer.
// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default defineConfig({
  test: { include: ["test/usb/*.test.ts"], fileParallelism: false, testTimeout: 60_000, hookTimeout: 2_100_000 },
});
