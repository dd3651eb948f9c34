import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// One set of modules for all files of a thread: nothing is mocked and no module keeps a state, so that loading everything
// anew for each file would only double the time.
export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts", "test/unit/**/*.test.tsx"],
    pool: "threads",
    isolate: false,
    // All of the processors: many tests wait for a process or a disk. By itself vitest leaves one idle, here half of them.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
  },
});
