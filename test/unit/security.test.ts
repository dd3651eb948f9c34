import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const product = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "core", "main", "preload", "renderer"],
  {
    cwd: ROOT,
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((file) => /\.tsx?$/.test(file) && existsSync(join(ROOT, file)))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));

test.each([
  [
    "accepts a certificate that the system refuses",
    /setCertificateVerifyProc|on\(\s*["']certificate-error["']|rejectUnauthorized|NODE_TLS_REJECT/,
  ],
  ["gives up the sandbox", /appendSwitch\(\s*["']no-sandbox|sandbox:\s*false/],
  ["runs text as code", /\beval\(|new Function\(|dangerouslySetInnerHTML/],
  ["lets Node into the window", /nodeIntegration\w*:\s*true|contextIsolation:\s*false|webSecurity:\s*false/],
  ["runs a shell", /\{[^}]*\bexec(Sync)?\b[^}]*\} from "node:child_process"|shell:\s*true/],
  ["opens a file or an address with another program", /\bopenPath\b|\bopenExternal\b/],
  ["fetches updates, sends crashes or counts its users", /autoUpdater|crashReporter|telemetry|analytics/i],
])("no code of the product %s", (_, forbidden) => {
  expect(product.length).toBeGreaterThan(50);
  expect(product.filter(({ text }) => forbidden.test(text)).map(({ file }) => file)).toEqual([]);
});

test("nothing is built that starts without the sandbox by itself", () => {
  expect(readFileSync(join(ROOT, "electron-builder.yml"), "utf8")).not.toMatch(/target:.*AppImage|no-sandbox/);
});
