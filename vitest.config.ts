import { defineConfig } from "vitest/config";

// One set of modules for all files of a thread: nothing is mocked and no module keeps a state, so that loading everything
// anew for each file would only double the time.
export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts", "test/unit/**/*.test.tsx"],
    pool: "threads",
    isolate: false,
    testTimeout: 20_000,
  },
});
