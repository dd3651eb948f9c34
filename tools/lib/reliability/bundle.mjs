// @ts-check
import path from "node:path";
import { ROOT, WORK } from "../paths.mjs";

const FOLDER = path.join(WORK, "reliability");

/** @typedef {"es" | "cjs"} Format */

/**
 * Bundles a program of test/reliability/ and the product's modules that it imports into one JavaScript file: Node 20 runs no
 * TypeScript, and the program is started hundreds of times.
 * @param {string} program the file's name without ".ts"
 * @param {Format} [format]
 * @returns {Promise<string>} the file
 */
export async function bundle(program, format = "es") {
  const { build } = await import("vite");
  const ending = format === "es" ? "mjs" : "cjs";
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    ssr: { noExternal: true },
    build: {
      ssr: path.join(ROOT, "test", "reliability", `${program}.ts`),
      outDir: FOLDER,
      emptyOutDir: false,
      minify: false,
      target: "node20",
      rolldownOptions: { output: { format, entryFileNames: `[name].${ending}` } },
    },
  });
  return path.join(FOLDER, `${program}.${ending}`);
}
