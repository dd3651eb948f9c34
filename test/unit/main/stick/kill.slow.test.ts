import { execFile } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { expect, test } from "vitest";
import { recordFiles, recordText } from "../../../../core/records.ts";
import { folderStick } from "../../../../main/drives/open-folder.ts";
import { fingerprintOf } from "../../../../main/stick/fingerprint.ts";
import { done, onlyRequest, read, request, temporaryFolder } from "../../../fixtures/stick-folder.ts";

const run = promisify(execFile);
const KEY = "a key's bytes, all of them";

async function builtChild(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: "test/fixtures/commit-and-die.ts",
      outDir,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "child.mjs" } },
    },
  });
  return join(outDir, "child.mjs");
}

test("killed at any call of a write, the stick never shows an answer that is not whole", {
  timeout: 240_000,
}, async () => {
  const home = await temporaryFolder();
  const child = await builtChild(join(home, "child"));
  await mkdir(join(home, "fresh"));
  const fresh = done(await folderStick(join(home, "fresh")));
  const { id, folder } = await request(fresh);
  const ticketSha256 = (await read(fresh)).open.get(id)?.ticketSha256 ?? "";
  const file = { name: "av_1_A.key", ...fingerprintOf(Buffer.from(KEY)) };
  const common = { format: "keyferry-answer", version: 1, ticketId: id, ticketSha256 } as const;
  const record = recordText({ ...common, fetchedAt: "2026-11-24T10:00:00+09:00", outcome: "key", file });
  const files = JSON.stringify([
    { name: file.name, text: KEY },
    { name: recordFiles.answer, text: record },
  ]);

  const states: string[] = [];
  for (let dieAt = 1; ; dieAt += 1) {
    const root = join(home, `killed-${dieAt}`);
    await cp(fresh.root, root, { recursive: true });
    const killed = await run(process.execPath, [child, root, folder, files, String(dieAt)]).then(
      () => false,
      (error: { signal?: string }) => error.signal === "SIGKILL",
    );
    const found = await onlyRequest(done(await folderStick(root)));
    expect(["requested", "incomplete", "answered"]).toContain(found.state);
    expect(found.problems).toEqual([]);
    states.push(found.state);
    if (!killed) break;
  }
  expect(states.at(-1)).toBe("answered");
  // In this order and never back: nothing, cut off, whole.
  const ORDER = ["requested", "incomplete", "answered"];
  expect(states).toEqual([...states].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
  expect(states.length).toBeGreaterThan(20);
});
