// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../paths.mjs";
import { cpio } from "./cpio.mjs";

const INIT = path.join(ROOT, "test", "usb", "guest", "init");
const FOLDERS = ["bin", "dev", "proc", "sys", "lower", "overlay", "root", "modules"];

/**
 * Makes the initial file system: busybox, the modules, the guest's first script and the job that it runs. Each start makes
 * a new one, which takes some milliseconds.
 * @param {import("./kernel.mjs").Kernel} kernel
 * @param {{ command: readonly string[], env: Record<string, string> }} job what to run
 */
export function makeInitrd({ modules }, { command, env }) {
  const exports = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  return cpio([
    ...FOLDERS.map((name) => ({ name })),
    { name: "bin/busybox", content: readFileSync("/bin/busybox"), executable: true },
    { name: "init", content: readFileSync(INIT), executable: true },
    { name: "job", content: `${exports.join("")}cd ${quoted(ROOT)}\nset -- ${command.map(quoted).join(" ")}\n` },
    ...modules.map((file) => ({ name: `modules/${path.basename(file)}`, content: readFileSync(file) })),
  ]);
}

/** @param {string} word for a shell */
function quoted(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
