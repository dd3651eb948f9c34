import { readFile } from "node:fs/promises";
import { stickAtFolder } from "../../../main/drives/stick-at-folder.ts";
import { commitFiles } from "../../../main/stick/commit.ts";
import { updateNextStep } from "../../../main/stick/next-step-file.ts";
import { probeWrite } from "../../../main/stick/probe-write.ts";
import { done } from "../../fixtures/done.ts";
import { report } from "./host.ts";
import { RECORD, REQUEST_FOLDER } from "./leftovers.ts";
import { FOLDER, hurry, mount, plug, pull, unmount } from "./stick.ts";

// Writes to a stick on which a pulled write left files whose cluster chains are longer than their sizes.

await hurry({ udev: false });
await mount(await plug("kingston"));
const stick = done(await stickAtFolder(FOLDER));
const nextStep = await updateNextStep(stick);
const bytes = new TextEncoder().encode(RECORD);
const record = await commitFiles(stick, REQUEST_FOLDER, [{ name: "answer.json", bytes }]);
const probe = await probeWrite(stick);
const mounted = (await readFile("/proc/mounts", "utf8")).split("\n").find((line) => line.includes(` ${FOLDER} `));
const writable = / rw[, ]/.test(mounted ?? "");
await unmount();
await pull("kingston");
report({ nextStep, record: record.ok ? { ok: true } : record, probe, writable });
