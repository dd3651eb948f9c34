// @ts-check
// npm run package: packs the app into dist/ for this system and reads the fuses back from what was packed.
import { readdirSync } from "node:fs";
import path from "node:path";
import { readFuses } from "./lib/fuses.mjs";
import { ROOT } from "./lib/paths.mjs";
import { runPackage } from "./lib/run.mjs";
import { Stop, script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";

await script(async () => {
  const { executable, version, source } = await setUp();
  // electron-builder would download the official one; electron-builder.yml is to know nothing of another.
  const own = [`-c.electronDist=${path.dirname(executable)}`, `-c.electronVersion=${version}`];
  const args = ["--dir", "--publish", "never", "-c.npmRebuild=false", ...(source === "official" ? [] : own)];
  const { code } = await runPackage("electron-builder", "electron-builder", args, { show: true });
  if (code !== 0) return code;
  const packed = findPacked();
  console.log(path.relative(ROOT, packed));
  for (const [fuse, state] of await readFuses(packed)) console.log(`  ${state.padEnd(8)} ${fuse}`);
  return 0;
});

/** The packed app's executable (on a Mac its bundle): the folder's name differs by system and processor. */
function findPacked() {
  const dist = path.join(ROOT, "dist");
  for (const folder of readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const name = readdirSync(path.join(dist, folder.name)).find((file) => /^keyferry(\.exe|\.app)?$/i.test(file));
    if (name) return path.join(dist, folder.name, name);
  }
  throw new Stop("electron-builder packed nothing that is named keyferry");
}
