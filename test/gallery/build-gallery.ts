import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";

/** Builds the gallery's page and gives its path. It is opened from the file system, hence the relative base. */
export async function buildGallery(): Promise<string> {
  const root = import.meta.dirname;
  // A folder of its own for each process: two that run side by side would empty each other's.
  const outDir = resolve(root, `../../.cache/gallery/${process.pid}`);
  await build({
    root,
    base: "./",
    configFile: false,
    logLevel: "warn",
    plugins: [react()],
    build: { target: "chrome130", outDir, emptyOutDir: true },
  });
  return resolve(outDir, "index.html");
}
