import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";

/** Builds the gallery's page and returns its path. The base is relative, because the page is opened from the file system. */
export async function buildGallery(): Promise<string> {
  const root = import.meta.dirname;
  // Each process has its own folder, because parallel builds would empty a shared one.
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
