import { spawn } from "node:child_process";
import { report } from "./host.ts";
import { mount, plug } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";

await mount(await plug("kingston"));
for (let i = 0; i < 2; i += 1) {
  const lap = stopwatch();
  const child = spawn(process.execPath, ["tools/cli.mjs", "drives", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (d) => { out += d; });
  const code = await new Promise((r) => child.on("close", r));
  report({ code, ms: lap(), out });
}
