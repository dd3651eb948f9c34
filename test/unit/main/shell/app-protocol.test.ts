import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Protocol } from "electron";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentSecurityPolicy, fileOf, isAppAddress, serveApp } from "../../../../main/shell/app-protocol.ts";

let root: string;
let serve: (request: Request) => Promise<Response>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "keyferry-app-"));
  await writeFile(join(root, "index.html"), "<!doctype html><title>x</title>");
  const protocol: Pick<Protocol, "handle"> = {
    handle: (_scheme, handler) => {
      serve = async (request) => handler(request as Parameters<typeof handler>[0]);
    },
  };
  serveApp(protocol as Protocol, root); // it uses handle and nothing else
});
afterAll(() => rm(root, { recursive: true }));

test("gives out the app's own files with the policy as a header", async () => {
  const answer = await serve(new Request("app://keyferry/index.html"));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await answer.text()).toContain("<!doctype html>");
});

test("the policy starts from nothing and allows nothing unsafe", () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; /);
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  expect(contentSecurityPolicy).toContain("connect-src 'none'");
  expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
});

test.each([
  ["a way up", "app://keyferry/../secret.js"],
  ["a way up, encoded", "app://keyferry/..%2fsecret.js"],
  ["a way up, encoded with dots", "app://keyferry/%2e%2e%2fsecret.js"],
  ["a way up, with a backslash", "app://keyferry/..%5csecret.js"],
  ["a way up, encoded twice", "app://keyferry/%252e%252e%252fsecret.js"],
  ["a NUL", "app://keyferry/index.html%00.js"],
  ["a broken escape", "app://keyferry/%zz.js"],
  ["another host", "app://evil/index.html"],
  ["a host with a port", "app://keyferry:1/index.html"],
  ["another scheme", "file:///etc/passwd"],
  ["a kind of file that the window never needs", "app://keyferry/passwd.txt"],
  ["the folder itself", "app://keyferry/"],
  ["no address at all", "index.html"],
])("gives out nothing for %s", async (_, address) => {
  const file = fileOf(root, address);
  if (file !== null) expect(file.startsWith(`${root}/`)).toBe(true);
  if (/^[a-z]+:/.test(address)) {
    const answer = await serve({ url: address, method: "GET" } as Request); // the handler reads these two
    expect(answer.status).toBe(404);
  } else {
    expect(file).toBeNull();
  }
});

test("takes no other method than GET", async () => {
  expect((await serve(new Request("app://keyferry/index.html", { method: "POST" }))).status).toBe(404);
});

test.each([
  ["app://keyferry/index.html", true],
  ["app://keyferry.evil/index.html", false],
  ["app://evil/?app://keyferry/", false],
  ["https://keyferry/", false],
  ["null", false],
  ["", false],
])("is %j a page of ours? %s", (address, expected) => expect(isAppAddress(address)).toBe(expected));
