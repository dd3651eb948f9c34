// @ts-check
import path from "node:path";
import { ROOT } from "./paths.mjs";

/**
 * Loads a TypeScript module of the project, which Node 20 cannot do by itself.
 * @param {string} file below the project's root
 * @returns {Promise<any>} its exports, untyped
 */
export async function importTypeScript(file) {
  const { runnerImport } = await import("vite");
  const { module } = await runnerImport(path.join(ROOT, file), { root: ROOT, logLevel: "error" });
  return module;
}
