import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

// The oldest Electron that the app is run in carries Chromium 130 and Node 20.18; nothing newer may be emitted.
const NODE = "node20.18";
const CHROMIUM = "chrome130";

export default defineConfig({
  main: {
    build: {
      target: NODE,
      outDir: "out/main",
      // What holds native code stays a package. Everything else is bundled, so the app starts from few files.
      externalizeDeps: { include: ["drivelist", "usb-detection"] },
      rollupOptions: {
        input: {
          index: "main/index.ts",
          "drive-agent": "main/drives/agent/start-agent.ts",
          practice: "main/practice/practice.ts",
        },
        output: { format: "es", entryFileNames: "[name].js" },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: "out/preload",
      externalizeDeps: false,
      // A sandboxed preload is CommonJS and may require "electron" alone.
      rollupOptions: { input: "preload/index.ts", output: { format: "cjs", entryFileNames: "index.cjs" } },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [react()],
    build: {
      target: CHROMIUM,
      outDir: "out/renderer",
      minify: true, // read at each start, by no person
      rollupOptions: { input: "renderer/index.html" },
    },
  },
});
