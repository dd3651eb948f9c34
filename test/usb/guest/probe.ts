import { readFile } from "node:fs/promises";
import { report } from "./host.ts";
report({ uptime: (await readFile("/proc/uptime", "utf8")), node: process.uptime() });
