// @ts-check
// npm run package: packs the app into dist/ for this system and reads the fuses back from what was packed.
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readFuses } from "./lib/fuses.mjs";
import { wantedVersion } from "./lib/official-electron.mjs";
import { ROOT } from "./lib/paths.mjs";
import { runPackage } from "./lib/run.mjs";
import { Stop, say, script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";

const DIST = path.join(ROOT, "dist");

await script(async () => {
  const { executable, version } = await setUp();
  // What an earlier packing left, perhaps for another processor, is not to be taken for what this one makes.
  rmSync(DIST, { recursive: true, force: true });
  // The Electron that is here: electron-builder would download one of its own.
  const electron = [`-c.electronDist=${distributionOf(executable)}`, `-c.electronVersion=${version}`];
  const args = ["--dir", "--publish", "never", "-c.npmRebuild=false", ...electron];
  const { code } = await runPackage("electron-builder", "electron-builder", args, { show: true });
  if (code !== 0) return code;
  const packed = findPacked();
  console.log(path.relative(ROOT, packed));
  for (const [fuse, state] of await readFuses(packed)) console.log(`  ${state.padEnd(8)} ${fuse}`);
  if (version !== wantedVersion())
    say(`not for shipping: this is Electron ${version}, the app is made for ${wantedVersion()}`);
  return 0;
});

/**
 * The folder with all of an Electron; on a Mac its executable lies deep in the bundle.
 * @param {string} executable
 */
function distributionOf(executable) {
  return process.platform === "darwin" ? path.resolve(executable, "../../../..") : path.dirname(executable);
}

/** The packed app's executable (on a Mac its bundle): the folder's name differs by system and processor. */
function findPacked() {
  for (const folder of readdirSync(DIST, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const name = readdirSync(path.join(DIST, folder.name)).find((file) => /^keyferry(\.exe|\.app)?$/i.test(file));
    if (name) return path.join(DIST, folder.name, name);
  }
  throw new Stop("electron-builder packed nothing that is named keyferry");
}
