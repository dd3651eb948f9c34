import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results/runs",
  timeout: 240_000, // a busy machine starts a program in ten times its usual time
  expect: { timeout: 10_000 },
  use: { actionTimeout: 30_000 }, // a button that never comes is named, instead of the whole test that timed out
  // Each test starts real programs; two at a time is what a small machine bears.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: "list",
});
