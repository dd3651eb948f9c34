// @ts-check
import path from "node:path";
import { ROOT, WORK } from "../paths.mjs";

// Packages that load other files from their own folders: native modules, and Playwright.
const AS_THEY_ARE = ["drivelist", "usb-detection", "@playwright/test"];

/**
 * Bundles a guest's job and the product's modules that it imports into one JavaScript file: Node 20 runs no TypeScript, and
 * many small files load slowly through the shared file system.
 * @param {string} job a file of test/usb/guest/, by its name without ".ts"
 * @returns {Promise<string>} the file. It lies in the checkout, where native modules are found, and as deep as the
 *   modules in tools/lib/, which find the checkout's folder by a relative path.
 */
export async function bundleGuestJob(job) {
  const { build } = await import("vite");
  const outDir = path.join(WORK, "usb");
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    ssr: { noExternal: true, external: AS_THEY_ARE },
    build: {
      ssr: path.join(ROOT, "test", "usb", "guest", `${job}.ts`),
      outDir,
      emptyOutDir: false,
      minify: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "[name].mjs" } },
    },
  });
  return path.join(outDir, `${job}.mjs`);
}
