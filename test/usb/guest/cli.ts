import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { report } from "./host.ts";
import { mount, plug } from "./stick.ts";
import { stopwatch } from "./stopwatch.ts";

// Runs the app's command line, in its real Electron, with a stick plugged in; tells its answer and its milliseconds.

await mount(await plug("kingston"));
const lap = stopwatch();
const { stdout } = await promisify(execFile)(process.execPath, ["tools/cli.mjs", "drives", "--json"]);
report({ ms: lap(), answer: JSON.parse(stdout) });
