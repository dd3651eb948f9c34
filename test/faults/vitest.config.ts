import { defineConfig } from "vitest/config";

// Each test waits until its start of the app has had its turn.
// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default defineConfig({
  test: { include: ["test/faults/*.test.ts"], maxWorkers: 2, testTimeout: 400_000, hookTimeout: 400_000 },
});
