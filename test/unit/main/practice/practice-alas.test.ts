import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { afterEach, beforeAll, expect, test } from "vitest";
import { practiceActivationUrl } from "../../../../main/practice/practice-activation-url.ts";
import {
  type PracticeAlas,
  type PracticeAlasOptions,
  startPracticeAlas,
} from "../../../../main/practice/practice-alas.ts";
import { ALAS_NAMES, type ErrorForm } from "../../../../main/practice/practice-answers.ts";
import { readPracticeKey } from "../../../../main/practice/practice-key.ts";
import { issueCertificates } from "../../../../tools/lib/certificates.mjs";

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly complete: boolean;
}

let certificates: Awaited<ReturnType<typeof issueCertificates>>;
let alas: PracticeAlas | undefined;

beforeAll(async () => {
  certificates = await issueCertificates();
});
afterEach(() => alas?.close());

async function start(options: Omit<PracticeAlasOptions, "tls"> = {}): Promise<PracticeAlas> {
  alas = await startPracticeAlas({ tls: certificates, ...options });
  return alas;
}

/** Asks as the product does: by the real name, which the test's authority vouches for. */
function ask({ port }: PracticeAlas, path: string, method = "GET", ca = certificates.ca): Promise<Received> {
  return new Promise((resolve, reject) => {
    const client = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        ca,
        servername: "alas.stratus.com",
        headers: { Host: "alas.stratus.com" },
      },
      (response) => {
        const chunks: Buffer[] = [];
        const end = () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
            complete: response.complete,
          });
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", end);
        response.on("error", end);
      },
    );
    client.on("error", reject);
    client.end();
  });
}

test("gives a known system its activated key as a browser download", async () => {
  const answer = await ask(await start(), "/act?product=everrun&siteid=ze-207&sig=x");
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/octet-stream");
  expect(answer.headers["content-disposition"]).toBe('attachment; filename="av_12345_A.key"');
  expect(answer.body.length).toBeGreaterThan(2200);
  expect(answer.body.length).toBeLessThan(2500);
  expect(readPracticeKey(answer.body)).toEqual({
    ok: true,
    value: { assetId: "ze-207", number: 12345, activation: 1 },
  });
});

test("gives three activations of a system, then 3.5, and counts each system alone", async () => {
  const server = await start();
  const bodies = [];
  for (let i = 0; i < 3; i += 1) bodies.push((await ask(server, "/act?siteid=ze-207")).body.toString("latin1"));
  expect(new Set(bodies).size).toBe(3);
  const fourth = await ask(server, "/act?siteid=ze-207");
  expect(fourth.body.toString()).toContain("ALAS_NO_MORE_ACTIVATION");
  expect(readPracticeKey((await ask(server, "/act?siteid=ze-208")).body).ok).toBe(true);
  expect(server.activations("ze-207")).toBe(3);
  expect(server.activations("ze-208")).toBe(1);
  expect(server.activations("unknown")).toBe(0);
});

const REFUSALS = [
  ["2.1", "a system that nobody knows", "/act?siteid=ze-999"],
  ["2.1", "a system named like a property of every object", "/act?siteid=__proto__"],
  ["2.1", "a licence that was made a moment ago", "/act?siteid=practice-21"],
  ["3.1", "an address without the asset ID parameter", "/act?product=everrun"],
  ["3.1", "an address without any parameter", "/"],
  ["3.2", "an empty asset ID", "/act?siteid=&sig=x"],
  ["3.2", "a blank asset ID", "/act?siteid=%20"],
  ["3.3", "practice-33", "/act?siteid=practice-33"],
  ["3.4", "practice-34", "/act?siteid=practice-34"],
  ["3.5", "practice-35", "/act?siteid=practice-35"],
  ["9.0", "practice-90", "/act?siteid=practice-90"],
] as const;

const FORMS: readonly (readonly [ErrorForm, number, string])[] = [
  ["text", 200, "text/plain; charset=utf-8"],
  ["html", 200, "text/html; charset=utf-8"],
  ["xml", 500, "application/xml"],
];

for (const [form, status, type] of FORMS) {
  test.each(REFUSALS)(`answers %s as ${form} for %s`, async (code, _, path) => {
    const answer = await ask(await start({ errorForm: form }), path);
    expect([answer.status, answer.headers["content-type"]]).toEqual([status, type]);
    expect(answer.body.toString()).toContain(code);
    expect(answer.body.toString()).toContain(ALAS_NAMES[code]);
    expect(answer.headers["content-disposition"]).toBeUndefined();
  });
}

test.each(REFUSALS)("answers %s as a bare number for %s", async (code, _, path) => {
  expect((await ask(await start({ errorForm: "code" }), path)).body.toString()).toBe(code);
});

test("knows a new licence at the second attempt", async () => {
  const server = await start();
  expect((await ask(server, "/act?siteid=practice-21")).body.toString()).toContain("2.1");
  expect(readPracticeKey((await ask(server, "/act?siteid=practice-21")).body).ok).toBe(true);
  expect(server.activations("practice-21")).toBe(1);
});

test("knows the systems it is given besides its own, with their own limits", async () => {
  const server = await start({ systems: { "plant-1": { keyNumber: 7, allowed: 1 } } });
  expect((await ask(server, "/act?siteid=plant-1")).headers["content-disposition"]).toContain("av_7_A.key");
  expect((await ask(server, "/act?siteid=plant-1")).body.toString()).toContain("3.5");
  expect((await ask(server, "/act?siteid=ze-207")).status).toBe(200);
});

const CONSOLE_TARGET = practiceActivationUrl("ze-207").slice("https://alas.stratus.com".length);

test("takes the console's address as it is", async () => {
  expect(readPracticeKey((await ask(await start(), CONSOLE_TARGET)).body).ok).toBe(true);
});

test.each([
  ["decoded an escape", CONSOLE_TARGET.replace("%2B", "+")],
  ["escaped what was not", CONSOLE_TARGET.replace(/=$/, "%3D")],
  ["wrote escapes in small letters", CONSOLE_TARGET.replace("%2B", "%2b")],
  ["turned %20 into +", CONSOLE_TARGET.replace("%20", "+")],
  ["swapped two parameters", CONSOLE_TARGET.replace(/(siteid=[^&]+)&(nodes=\d)/, "$2&$1")],
  ["cut the end off", CONSOLE_TARGET.slice(0, -5)],
])("refuses the console's address when something %s", async (_, target) => {
  expect(target).not.toBe(CONSOLE_TARGET);
  const server = await start();
  expect((await ask(server, target)).body.toString()).toContain("9.0");
  expect(server.activations("ze-207")).toBe(0);
});

test("logs each request as it came in, byte for byte", async () => {
  const server = await start();
  await ask(server, "/act?sig=a%2Bb==&siteid=ze-207");
  expect((await ask(server, "/act?siteid=ze-207", "HEAD")).status).toBe(405);
  expect(server.requests.map(({ method, path }) => [method, path])).toEqual([
    ["GET", "/act?sig=a%2Bb==&siteid=ze-207"],
    ["HEAD", "/act?siteid=ze-207"],
  ]);
  expect(server.requests[0]?.at).toBeInstanceOf(Date);
  expect(server.activations("ze-207")).toBe(1);
});

test("sends a queued answer once, as it is, without counting an activation", async () => {
  const server = await start();
  server.answerNext({ status: 302, headers: { Location: "http://portal.example/" }, body: Buffer.from("sign in") });
  const answer = await ask(server, "/act?siteid=ze-207");
  expect([answer.status, answer.headers.location, answer.body.toString()]).toEqual([
    302,
    "http://portal.example/",
    "sign in",
  ]);
  expect(server.activations("ze-207")).toBe(0);
  expect((await ask(server, "/act?siteid=ze-207")).status).toBe(200);
});

test("cuts a queued answer off where it is told to", async () => {
  const server = await start();
  server.answerNext({ status: 200, headers: {}, body: Buffer.alloc(1000, 7), cutAfterBytes: 400 });
  const answer = await ask(server, "/act?siteid=ze-207");
  expect(answer.headers["content-length"]).toBe("1000");
  expect(answer.body.length).toBe(400);
  expect(answer.complete).toBe(false);
});

test("sends a queued answer slowly, and without its length when told so", async () => {
  const server = await start();
  server.answerNext({
    status: 200,
    headers: { "content-length": undefined },
    body: Buffer.from("slowly"),
    chunkDelayMs: 20,
  });
  const before = performance.now();
  const answer = await ask(server, "/act?siteid=ze-207");
  expect(performance.now() - before).toBeGreaterThan(100);
  expect(answer.body.toString()).toBe("slowly");
  expect(answer.headers["content-length"]).toBeUndefined();
});

test("closes at once, in the middle of a slow answer", async () => {
  const server = await start();
  server.answerNext({ status: 200, headers: {}, body: Buffer.alloc(10), chunkDelayMs: 60_000 });
  const pending = ask(server, "/act?siteid=ze-207");
  await expect.poll(() => server.requests.length).toBe(1);
  const before = performance.now();
  await server.close();
  await pending.catch(() => undefined);
  expect(performance.now() - before).toBeLessThan(1000);
});

test("is not trusted by a client that does not know the authority", async () => {
  const stranger = await issueCertificates();
  await expect(ask(await start(), "/act?siteid=ze-207", "GET", stranger.ca)).rejects.toMatchObject({
    code: expect.stringMatching(/CERT|ISSUER|SIGNATURE/),
  });
});

test.each([
  ["has expired", { notAfter: new Date(Date.now() - 60_000) }, "CERT_HAS_EXPIRED"],
  ["is not valid yet", { notBefore: new Date(Date.now() + 3_600_000) }, "CERT_NOT_YET_VALID"],
  ["is for another host", { hostname: "portal.example" }, "ERR_TLS_CERT_ALTNAME_INVALID"],
])("can play a server whose certificate %s", async (_, options, code) => {
  const tls = await issueCertificates(options);
  alas = await startPracticeAlas({ tls });
  await expect(ask(alas, "/act?siteid=ze-207", "GET", tls.ca)).rejects.toMatchObject({ code });
  expect(alas.requests).toEqual([]);
});
