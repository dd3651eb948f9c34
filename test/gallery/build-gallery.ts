import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";

/** Builds the gallery's page and gives its path. It is opened from the file system, hence the relative base. */
export async function buildGallery(): Promise<string> {
  const root = import.meta.dirname;
  const outDir = resolve(root, "../../.cache/gallery");
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
