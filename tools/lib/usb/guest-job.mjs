// @ts-check
import path from "node:path";
import { ROOT, WORK } from "../paths.mjs";

// What finds files beside its own: native modules, and Playwright.
const AS_THEY_ARE = ["drivelist", "usb-detection", "@playwright/test"];

/**
 * Makes one plain JavaScript file of a guest's job and the product's own modules that it imports: Node 20 knows no
 * TypeScript, and many small files take long through the shared file system.
 * @param {string} job a file of test/usb/guest/, by its name without ".ts"
 * @returns {Promise<string>} the file. It lies in the checkout, to find native modules, and as deep as the modules in
 *   tools/lib/, which know the checkout's folder by the way up.
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
