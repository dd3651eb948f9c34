import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createServer as createTlsServer } from "node:https";
import { createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { folderStick } from "../../main/drives/open-folder.ts";
import { requestHop } from "../../main/hops/request.ts";
import { listenOnLoopback } from "../../main/practice/loopback-server.ts";
import type { RawAnswer } from "../../main/practice/practice-alas.ts";
import { startPracticeAlas } from "../../main/practice/practice-alas.ts";
import { issueCertificates } from "../../tools/lib/certificates.mjs";
import { trustCertificate } from "../../tools/lib/trust-store.mjs";
import { newFolder, runJson } from "../fixtures/cli.ts";
import { fakeContext } from "../fixtures/context.ts";
import { type PracticeSite, startPracticeSite } from "../fixtures/practice-site.ts";

const ALAS = "https://alas.stratus.com";
const HTML = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";
const KEY = Buffer.from(Array.from({ length: 2301 }, (_, i) => i % 251));
const DISPOSITION = 'attachment; filename="av_12345_A.key"';

let site: PracticeSite;
let stick: Awaited<ReturnType<typeof newFolder>>;

test.beforeEach(async () => {
  [site, stick] = await Promise.all([startPracticeSite(), newFolder()]);
});
test.afterEach(async () => {
  await Promise.all([site.close(), stick.remove()]);
});

/** Puts requests on the stick; they are fetched in the order of their asset IDs. */
async function request(...assetIds: readonly string[]): Promise<void> {
  const found = await folderStick(stick.path);
  if (!found.ok) throw new Error(found.error.code);
  const context = { ...fakeContext(), random: randomBytes };
  for (const assetId of assetIds) {
    const input = { pasted: `${ALAS}/alas/activate?siteid=${assetId}`, minimal: false, again: false };
    const made = await requestHop(found.value, input, context);
    if (!made.ok) throw new Error(made.error.code);
  }
}

const answer = (given: Partial<RawAnswer>): RawAnswer => ({ status: 200, headers: {}, body: KEY, ...given });
const redirect = (to: string): RawAnswer => answer({ status: 302, headers: { Location: to }, body: Buffer.alloc(0) });

const faults: readonly (readonly [string, RawAnswer, string])[] = [
  ["a login page", answer({ headers: { "Content-Type": "text/html" }, body: Buffer.from(HTML) }), "answer-html"],
  [
    "a login page called .key",
    answer({ headers: { "Content-Disposition": DISPOSITION }, body: Buffer.from(HTML) }),
    "answer-html",
  ],
  [
    "JSON",
    answer({ headers: { "Content-Type": "application/json" }, body: Buffer.from('{"ok":true}') }),
    "answer-json",
  ],
  ["nothing", answer({ body: Buffer.alloc(0) }), "answer-empty"],
  [
    "no content",
    answer({ status: 204, headers: { "Content-Length": undefined }, body: Buffer.alloc(0) }),
    "http-status",
  ],
  ["out of order", answer({ status: 503, body: Buffer.from("sorry") }), "http-status"],
  [
    "a sign-in of the server's",
    answer({ status: 401, headers: { "WWW-Authenticate": 'Basic realm="x"' } }),
    "http-status",
  ],
  ["more than 1 MiB", answer({ body: Buffer.alloc(1024 * 1024 + 1, 1) }), "answer-too-large"],
  [
    "a small file that unpacks to 50 MB",
    answer({ headers: { "Content-Encoding": "gzip" }, body: gzipSync(Buffer.alloc(50e6)) }),
    "answer-too-large",
  ],
  ["cut off", answer({ cutAfterBytes: 1000 }), "answer-cut-off"],
  ["cut off before its first byte", answer({ cutAfterBytes: 0 }), "answer-cut-off"],
  [
    "a missing last chunk",
    answer({ headers: { "Transfer-Encoding": "chunked" }, body: Buffer.from("5\r\nabcde\r\n") }),
    "answer-cut-off",
  ],
  ["a redirect to plain http", redirect("http://alas.stratus.com/x"), "redirect-refused"],
  ["a redirect to another host", redirect("https://login.example/x"), "redirect-refused"],
  ["a redirect to a file", redirect("file:///etc/passwd"), "redirect-refused"],
];

test("each fault of a server has its own code, is asked for once, and leaves nothing on the stick", async () => {
  const ids = faults.map((_, index) => `fault-${String(index).padStart(2, "0")}`);
  await request(...ids);
  for (const [, raw] of faults) site.alas.answerNext(raw);
  const { exit, json } = await runJson(site, ["fetch", "--drive", stick.path]);
  const codes = json.results?.map((result: { error: { code: string } }) => result.error.code);
  expect(codes.map((code: string, index: number) => [faults[index]?.[0], code])).toEqual(
    faults.map(([name, , code]) => [name, code]),
  );
  expect(exit).toBe(7);
  expect(site.alas.requests.map(({ path }) => path)).toEqual(ids.map((id) => `/alas/activate?siteid=${id}`));
  for (const folder of await readdir(join(stick.path, "KEYFERRY"))) {
    if (folder === "NEXT-STEP.txt") continue;
    expect(await readdir(join(stick.path, "KEYFERRY", folder))).toEqual(["activation-url.txt", "ticket.json"]);
  }
});

test("keys arrive whole, whatever the server does around them", async () => {
  await request("key-1", "key-2", "key-3", "key-4");
  site.alas.answerNext(
    answer({ headers: { "Content-Disposition": DISPOSITION, "Content-Encoding": "gzip" }, body: gzipSync(KEY) }),
  );
  site.alas.answerNext(answer({ headers: { "Content-Disposition": 'attachment; filename="../../CON.key"' } }));
  site.alas.answerNext(redirect("/elsewhere?siteid=key-3"));
  site.alas.answerNext(answer({ headers: { "Content-Type": "text/html" } }));
  site.alas.answerNext(answer({ body: Buffer.alloc(1024 * 1024, 1) }));
  const { exit, json } = await runJson(site, ["fetch", "--drive", stick.path]);
  expect(exit).toBe(0);
  expect(json.results).toMatchObject([
    { keyFile: "av_12345_A.key", bytes: 2301 },
    { keyFile: "_CON.key", bytes: 2301 },
    { bytes: 2301, warnings: expect.arrayContaining(["key-type-unusual"]) },
    { bytes: 1024 * 1024 },
  ]);
  const [folder = ""] = (await readdir(join(stick.path, "KEYFERRY"))).filter((name) => name.startsWith("key-1"));
  expect(Buffer.compare(await readFile(join(stick.path, "KEYFERRY", folder, "av_12345_A.key")), KEY)).toBe(0);
  expect(site.alas.requests).toHaveLength(5);
});

test("a connection that breaks is not used for a second try, also where an earlier one was kept alive", async () => {
  const { ca, key, cert } = await issueCertificates();
  const user = await newFolder();
  await trustCertificate(user.path, ca);
  const asked: string[] = [];
  const server = createTlsServer({ key, cert, keepAliveTimeout: 60_000 }, (incoming, response) => {
    asked.push(incoming.url ?? "");
    if (asked.length === 2) return incoming.socket.destroy();
    if (asked.length === 3) return incoming.socket.end("\u0000\u0001 no HTTP at all\r\n\r\n");
    return response.setHeader("Content-Disposition", DISPOSITION).end(KEY);
  });
  const { port, close } = await listenOnLoopback(server);
  await request("one", "three", "two");
  const switches = [`--host-resolver-rules=MAP alas.stratus.com:443 127.0.0.1:${port}`];
  const { exit, json } = await runJson({ env: { ...site.env, HOME: user.path }, switches }, [
    "fetch",
    "--drive",
    stick.path,
  ]);
  await Promise.all([close(), user.remove()]);
  expect(json.results.map((result: { error: { code: string } | null }) => result.error?.code ?? "key")).toEqual([
    "key",
    "net-reset",
    "net-failed",
  ]);
  expect(exit).toBe(7);
  expect(asked).toHaveLength(3);
});

test("a loop of redirects ends", async () => {
  await request("loop");
  for (let step = 0; step < 10; step += 1) site.alas.answerNext(redirect(`/step-${step}`));
  const { exit, json } = await runJson(site, ["fetch", "--drive", stick.path]);
  expect(exit).toBe(4);
  expect(json.error.code).toBe("redirect-loop");
  expect(site.alas.requests.length).toBe(6);
});

test("a server that says nothing is given up after a minute, and is not asked twice", async () => {
  test.setTimeout(120_000);
  await request("silent");
  site.alas.answerNext(answer({ chunkDelayMs: 1000 })); // a byte a second
  const begun = Date.now();
  const { exit, json } = await runJson(site, ["fetch", "--drive", stick.path]);
  expect(exit).toBe(4);
  expect(json.error).toMatchObject({ code: "net-time-out", ms: 60_000 });
  expect(Date.now() - begun).toBeLessThan(80_000);
  expect(site.alas.requests).toHaveLength(1);
});

test.describe("a server that cannot prove who it is is told nothing", () => {
  const day = 24 * 3_600_000;
  const certificates: readonly (readonly [string, object, boolean, string])[] = [
    ["its issuer is unknown here", {}, false, "tls-untrusted"],
    ["its certificate is another host's", { hostname: "proxy.example" }, true, "tls-wrong-host"],
    ["its certificate has expired", { notAfter: new Date(Date.now() - day) }, true, "tls-expired"],
  ];
  for (const [name, options, trusted, code] of certificates) {
    test(name, async () => {
      const { ca, key, cert } = await issueCertificates(options);
      const user = await newFolder(); // who has not met the site's own authority, which has the same name
      if (trusted) await trustCertificate(user.path, ca);
      const alas = await startPracticeAlas({ tls: { key, cert } });
      try {
        await request("ze-207");
        const place = {
          env: { ...site.env, HOME: user.path },
          switches: [`--host-resolver-rules=MAP alas.stratus.com:443 127.0.0.1:${alas.port}`],
        };
        const { exit, json } = await runJson(place, ["fetch", "--drive", stick.path]);
        expect({ exit, code: json.error.code }).toEqual({ exit: 4, code });
        expect(alas.requests).toHaveLength(0);
      } finally {
        await Promise.all([alas.close(), user.remove()]);
      }
    });
  }

  test("and with the check switched off nobody is asked at all", async () => {
    await request("ze-207");
    const place = { ...site, switches: [...site.switches, "--ignore-certificate-errors"] };
    const { exit, json } = await runJson(place, ["fetch", "--drive", stick.path]);
    expect({ exit, code: json.error.code }).toEqual({ exit: 4, code: "tls-switched-off" });
    expect(site.alas.requests).toHaveLength(0);
  });
});

test.describe("a network that does not lead there", () => {
  const places: readonly (readonly [string, string, string])[] = [
    ["nothing listens", "--host-resolver-rules=MAP alas.stratus.com:443 127.0.0.1:1", "net-refused"],
    ["the name is unknown", "--host-resolver-rules=MAP alas.stratus.com ~NOTFOUND", "net-name-not-found"],
    ["the proxy is dead", "--proxy-server=127.0.0.1:1", "proxy-unreachable"],
  ];
  for (const [name, option, code] of places) {
    test(name, async () => {
      await request("ze-207");
      const { exit, json } = await runJson({ env: site.env, switches: [option] }, ["fetch", "--drive", stick.path]);
      expect({ exit, code: json.error.code }).toEqual({ exit: 4, code });
    });
  }

  test("the proxy asks who is there", async () => {
    const proxy = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () =>
        socket.end('HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Basic realm="plant"\r\nContent-Length: 0\r\n\r\n'),
      );
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const address = proxy.address();
    const port = typeof address === "object" ? address?.port : 0;
    await request("ze-207");
    const place = { env: site.env, switches: [`--proxy-server=127.0.0.1:${port}`] };
    const { exit, json } = await runJson(place, ["fetch", "--drive", stick.path]);
    proxy.close();
    expect({ exit, code: json.error.code }).toEqual({ exit: 4, code: "proxy-sign-in" });
  });
});
