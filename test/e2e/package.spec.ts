import { execFile, spawn } from "node:child_process";
import { access, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { listPackage } from "@electron/asar";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { expect, test } from "@playwright/test";
import { readFuses } from "../../tools/lib/fuses.mjs";
import { chromiumSwitches } from "../../tools/lib/launch.mjs";
import { newFolder } from "../fixtures/cli.ts";
import { mountExfat } from "../fixtures/exfat-stick.ts";
import { type PracticeSite, startPracticeSite } from "../fixtures/practice-site.ts";
import { deliverStep, fetchStep, requestStep, sha256 } from "../fixtures/three-steps.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

let packed: string;
let said: string;

test.describe.configure({ mode: "serial", timeout: 240_000 });

test.beforeAll(async () => {
  // As an earlier packing for another processor leaves it.
  const stale = join(ROOT, "dist", "linux-arm64-unpacked");
  await mkdir(stale, { recursive: true });
  await writeFile(join(stale, "keyferry"), "stale");
  const tool = join(ROOT, "tools", "package.mjs");
  const { stdout, stderr } = await run(process.execPath, [tool], { cwd: ROOT, maxBuffer: 1e8 });
  said = stderr;
  const line = stdout.split("\n").find((text) => /^dist.*keyferry(\.exe|\.app)?$/i.test(text));
  if (!line) throw new Error(`npm run package did not say what it packed:\n${stdout}`);
  packed = join(ROOT, line);
});

test("whoever packs another Electron than the one that the app is made for is told not to ship it", async () => {
  const { devDependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const isOwn = said.includes(`Electron ${devDependencies.electron} (`);
  expect(said.includes("not for shipping")).toBe(!isOwn);
});

test("every fuse of the shipped binary is set as it was ordered", async () => {
  // From Electron 43 on there is a ninth, which electron-builder cannot order and which decides nothing about security.
  const { WasmTrapHandlers: _, ...ordered } = Object.fromEntries(await readFuses(packed));
  expect(ordered).toEqual({
    RunAsNode: "off",
    EnableCookieEncryption: "off",
    EnableNodeOptionsEnvironmentVariable: "off",
    EnableNodeCliInspectArguments: "off",
    EnableEmbeddedAsarIntegrityValidation: "on",
    OnlyLoadAppFromAsar: "on",
    LoadBrowserProcessSpecificV8Snapshot: "off",
    GrantFileProtocolExtraPrivileges: "off",
  });
});

test("both native modules are packed outside of the archive, and nothing that they were made with", async () => {
  const archive = join(dirname(packed), "resources", "app.asar");
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll("\\", "/"));
  const native = ["drivelist/build/Release/drivelist.node", "usb-detection/build/Release/detection.node"];
  expect(files.filter((file) => file.endsWith(".node"))).toEqual(native.map((file) => `/node_modules/${file}`));
  for (const file of native) await access(join(`${archive}.unpacked`, "node_modules", file));
  const packages = files.flatMap((file) => /^\/node_modules\/([^/]+)$/.exec(file)?.[1] ?? []);
  expect(packages.toSorted()).toEqual([
    "bindings",
    "debug",
    "drivelist",
    "eventemitter2",
    "file-uri-to-path",
    "ms",
    "usb-detection",
  ]);
  expect(files).toContain("/out/main/drive-agent.js");
});

test("the shipped app walks the three steps on the command line", async () => {
  const site = await startPracticeSite();
  const stick = await mountExfat();
  const keyferry = (...args: string[]) => shipped(site, args);
  try {
    const drive = ["--drive", stick.root, "--json"];
    expect(await keyferry("drives", "--json"), "the native module is packed and loads").toMatchObject({ ok: true });
    expect(await keyferry("request", "--url", site.console.activationUrl, ...drive)).toMatchObject({ ok: true });
    const fetched = await keyferry("fetch", ...drive);
    expect(fetched).toMatchObject({ ok: true, results: [{ outcome: "key", verified: true }] });
    const delivered = await keyferry("deliver", "--to", join(site.home, "Downloads"), "--asset-id", "ze-207", ...drive);
    const file = delivered.files[0];
    expect(sha256(await readFile(file.path))).toBe(sha256(site.alas.sent[0] ?? new Uint8Array()));
    expect(site.alas.requests).toHaveLength(1);
  } finally {
    await stick.unmount();
    await site.close();
  }
});

for (const option of [
  "--inspect=0",
  "--remote-debugging-port=0",
  "--remote-debugging-pipe",
  "--enable-logging",
  "--v=1",
]) {
  test(`the shipped app fetches nothing when it is started with ${option}`, async () => {
    const site = await startPracticeSite();
    const stick = await newFolder();
    const drive = ["--drive", stick.path, "--json"];
    try {
      expect(await shipped(site, ["request", "--url", site.console.activationUrl, ...drive])).toMatchObject({
        ok: true,
      });
      expect(await shipped(site, ["fetch", ...drive], [option])).toMatchObject({
        ok: false,
        error: { code: "tls-switched-off", option: option.replace(/=.*/, "") },
      });
      expect(site.alas.requests).toEqual([]);
    } finally {
      await Promise.all([site.close(), stick.remove()]);
    }
  });
}

test("the packed window walks the three steps", async () => {
  // The shipped binary refuses to be driven: its inspect fuse is off, and it fetches nothing with a debugger's switch. The copy
  // differs by this fuse and by its name, from which Electron tells a development build.
  const copy = await mkdtemp(join(tmpdir(), "keyferry-packed-"));
  await cp(dirname(packed), copy, { recursive: true });
  const executable = join(copy, "electron");
  await rename(join(copy, "keyferry"), executable);
  await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  const site = await startPracticeSite();
  const stick = await mountExfat();
  const journey = { site, stick, language: "en", app: { packaged: executable } } as const;
  try {
    await requestStep(journey);
    await fetchStep(journey);
    expect(sha256(await readFile(await deliverStep(journey)))).toBe(sha256(site.alas.sent[0] ?? new Uint8Array()));
    expect(site.alas.requests).toHaveLength(1);
  } finally {
    await stick.unmount();
    await site.close();
    await rm(copy, { recursive: true, force: true });
  }
});

/** Runs the shipped binary as a script would, and hands back its JSON. */
async function shipped(site: PracticeSite, args: readonly string[], switches: readonly string[] = []) {
  const child = spawn(packed, [...chromiumSwitches(true), ...site.switches, ...switches, "--", ...args], {
    env: { ...process.env, ...site.env },
    stdio: ["ignore", "pipe", "inherit", "pipe", "pipe"], // 3 and 4: a debugger's pipe; Chromium quits when it has none
  });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout ?? []) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}
