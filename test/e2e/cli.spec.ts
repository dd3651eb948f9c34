import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { makePracticeKey } from "../../main/practice/practice-key.ts";
import { newFolder, runJson, runKeyferry, startKeyferry } from "../fixtures/cli.ts";
import { type PracticeSite, startPracticeSite } from "../fixtures/practice-site.ts";

const ALAS = "https://alas.stratus.com";
const URL_OF_207 = `${ALAS}/alas/activate?siteid=ze-207&n=%7e%2f%2F~!$&()*+,;=:@/?`;

let site: PracticeSite;
let stick: Awaited<ReturnType<typeof newFolder>>;

test.beforeEach(async () => {
  [site, stick] = await Promise.all([startPracticeSite(), newFolder()]);
});
test.afterEach(async () => {
  await Promise.all([site.close(), stick.remove()]);
});

const keyAnswer = (body: Uint8Array) => ({
  status: 200,
  headers: {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": 'attachment; filename="av_12345_A.key"',
  },
  body,
});

test("one system's whole trip, each command's JSON as it is promised", async () => {
  const drive = ["--drive", stick.path];
  const key = makePracticeKey({ assetId: "ze-207", number: 12345, activation: 1 });
  site.alas.answerNext(keyAnswer(key));

  const pasted = `The link:\r\n  <${URL_OF_207}>\r\n`;
  const request = await runJson(site, ["request", ...drive, "--url", "-", "--note", "order 4711"], pasted);
  expect(request).toMatchObject({
    exit: 0,
    json: {
      ok: true,
      ticket: { assetId: "ze-207" },
      trimmed: expect.arrayContaining(["words"]),
      warnings: [],
      verified: true,
    },
  });
  const { id, folder } = request.json.ticket;
  expect(await runJson(site, ["request", ...drive, "--url", URL_OF_207])).toMatchObject({
    exit: 2,
    json: {
      ok: false,
      error: { code: "already-requested", message: expect.stringMatching(/./), remedy: expect.stringMatching(/./) },
    },
  });

  const scan = await runJson(site, ["scan", ...drive]);
  const ticket = {
    id,
    folder,
    assetId: "ze-207",
    state: "requested",
    next: "fetch",
    problems: [],
    keyFile: null,
    error: null,
  };
  expect(scan).toMatchObject({
    exit: 0,
    json: { ok: true, tickets: [ticket], byHand: { urls: [], keys: [] }, foreign: [] },
  });

  const fetched = await runJson(site, ["fetch", ...drive]);
  const file = join(stick.path, "KEYFERRY", folder, "av_12345_A.key");
  expect(fetched.exit).toBe(0);
  expect(fetched.json.results).toMatchObject([
    { ticketId: id, outcome: "key", keyFile: "av_12345_A.key", bytes: key.length, error: null, verified: true },
  ]);
  expect(Buffer.compare(await readFile(file), key)).toBe(0);
  expect(site.alas.requests.map(({ method, path }) => `${method} ${ALAS}${path}`)).toEqual([`GET ${URL_OF_207}`]);

  expect(await runJson(site, ["fetch", ...drive, "--ticket", id])).toMatchObject({
    exit: 2,
    json: { ok: false, error: { code: "already-answered" } },
  });
  expect(await runJson(site, ["fetch", ...drive])).toMatchObject({ exit: 0, json: { ok: true, results: [] } });

  const to = join(site.home, "out");
  const wrong = await runJson(site, ["deliver", ...drive, "--to", to, "--asset-id", "ze-208"]);
  expect(wrong).toMatchObject({ exit: 6, json: { ok: false, error: { code: "wrong-system" } } });
  const delivered = await runJson(site, ["deliver", ...drive, "--to", to, "--asset-id", "ze-207"]);
  const path = join(to, "av_12345_A.key");
  const { sha256 } = fetched.json.results[0];
  expect(delivered).toMatchObject({
    exit: 0,
    json: { ok: true, files: [{ ticketId: id, path, bytes: key.length, sha256 }] },
  });
  expect(Buffer.compare(await readFile(path), key)).toBe(0);
  const after = await runJson(site, ["scan", ...drive]);
  expect(after.json.tickets).toMatchObject([{ state: "delivered", next: "nothing", keyFile: "av_12345_A.key" }]);
  expect(site.alas.requests).toHaveLength(1);
});

test("commands that need neither a stick nor a network", async () => {
  const status =
    "ステータス: ライセンスはアクティベートされています。1065 時間で有効期限が切れます\nアセット ID: ze-207\n";
  expect(await runJson(site, ["status", "--text", "-"], status)).toMatchObject({
    exit: 0,
    json: { ok: true, status: { state: "activated", expiresInHours: 1065, assetId: "ze-207" } },
  });
  expect(await runJson(site, ["status", "--text", "nothing"])).toMatchObject({
    exit: 2,
    json: { ok: false, error: { code: "status-unreadable" } },
  });
  expect(await runJson(site, ["explain", "3.5", "--lang", "ja"])).toMatchObject({
    exit: 0,
    json: {
      ok: true,
      code: "3.5",
      name: "ALAS_NO_MORE_ACTIVATION",
      meaning: expect.stringMatching(/アクティベーション/),
      remedy: expect.stringMatching(/。/),
      retry: "no",
    },
  });
  expect(await runJson(site, ["explain", "4.2"])).toMatchObject({
    exit: 2,
    json: { error: { code: "alas-code-unknown" } },
  });
  const { exit, json } = await runJson(site, ["drives"]);
  expect(exit).toBe(0);
  for (const drive of json.drives) {
    const keys =
      "id path label description bus fileSystem sizeBytes freeBytes removable readOnly usable reason requests";
    expect(Object.keys(drive).toSorted()).toEqual(keys.split(" ").toSorted());
  }
});

test("what is typed wrong, and the words for people", async () => {
  const nothing = await runKeyferry(site, []);
  expect(nothing).toMatchObject({ exit: 2, stdout: "", stderr: expect.stringMatching(/deliver/) });
  expect(await runKeyferry(site, ["--help"])).toMatchObject({ exit: 0, stdout: expect.stringMatching(/deliver/) });
  expect(await runJson(site, ["scan", "--drive", join(stick.path, "none")])).toMatchObject({
    exit: 3,
    json: { ok: false, error: { code: "stick-not-found" } },
  });
  const wrong = await runKeyferry(site, ["request", "--drive", stick.path, "--url", "https://evil.example/?siteid=1"]);
  expect(wrong).toMatchObject({ exit: 2, stdout: "", stderr: expect.stringMatching(/evil\.example/) });
  expect(await readdir(stick.path)).toEqual([]);
  const made = await runKeyferry(site, ["request", "--drive", stick.path, "--url", URL_OF_207, "--lang", "ja"]);
  expect(made).toMatchObject({ exit: 0, stdout: expect.stringMatching(/コンピュータ A/), stderr: "" });
});

test("a refusal is told with its code, and 3.5 is not asked for again by accident", async () => {
  const drive = ["--drive", stick.path];
  const url = `${ALAS}/alas/activate?siteid=practice-35`;
  const { json } = await runJson(site, ["request", ...drive, "--url", url]);
  site.alas.answerNext({ status: 200, headers: { "Content-Type": "text/html" }, body: Buffer.from(refusalPage()) });
  const refused = await runJson(site, ["fetch", ...drive]);
  const error = {
    code: "alas-refused",
    alas: "3.5",
    name: "ALAS_NO_MORE_ACTIVATION",
    message: expect.stringMatching(/3\.5/),
    remedy: expect.stringMatching(/./),
  };
  expect(refused).toMatchObject({
    exit: 5,
    json: { ok: false, error, results: [{ outcome: "refused", error, verified: true }] },
  });
  const { id, folder } = json.ticket;
  expect(await readFile(join(stick.path, "KEYFERRY", folder, "alas-answer.txt"), "utf8")).toBe(refusalPage());
  expect(await runJson(site, ["fetch", ...drive, "--ticket", id])).toMatchObject({
    exit: 2,
    json: { error: { code: "activations-used-up" } },
  });
  const scan = await runJson(site, ["scan", ...drive]);
  expect(scan.json.tickets).toMatchObject([{ state: "refused", next: "call-support", error }]);
  expect(site.alas.requests).toHaveLength(1);
});

test("a link saved with Notepad is fetched, and a key saved by a browser delivered", async () => {
  await writeFile(join(stick.path, "link.txt"), `\ufeff${ALAS}/alas/activate?siteid=ze-209\r\n`);
  await writeFile(join(stick.path, "av_7_A.key"), "a key's bytes\u0000\u0001");
  const scan = await runJson(site, ["scan", "--drive", stick.path]);
  expect(scan.json.byHand).toEqual({
    urls: [{ file: "link.txt", assetId: "ze-209" }],
    keys: [{ file: "av_7_A.key", bytes: 15 }],
  });
  site.alas.answerNext(keyAnswer(Buffer.from("key\u0000")));
  const fetched = await runJson(site, ["fetch", "--drive", stick.path, "--by-hand", "link.txt"]);
  expect(fetched).toMatchObject({ exit: 0, json: { results: [{ outcome: "key" }] } });
  const to = join(site.home, "out");
  const delivered = await runJson(site, ["deliver", "--drive", stick.path, "--to", to, "--by-hand", "av_7_A.key"]);
  expect(delivered).toMatchObject({ exit: 0, json: { files: [{ ticketId: null }], warnings: ["key-without-record"] } });
});

/** An answer of which nothing but the head ever comes. */
const endless = () => ({ ...keyAnswer(Buffer.from("key")), chunkDelayMs: 600_000 });

for (const [signal, exit, group] of [
  ["SIGINT", 130, true], // as Ctrl+C in a terminal
  ["SIGTERM", 143, false],
  ["SIGHUP", 129, false],
] as const) {
  test(`${signal} ends a fetch with its JSON and ${exit}, and what may have counted is in the record`, async () => {
    const drive = ["--drive", stick.path];
    await runJson(site, ["request", ...drive, "--url", URL_OF_207]);
    site.alas.answerNext(endless());
    const running = startKeyferry(site, ["fetch", ...drive, "--json"]);
    await expect.poll(() => site.alas.requests.length, { timeout: 60_000 }).toBe(1);
    running.signal(signal, group);
    const ended = await running.ended;
    expect({ exit: ended.exit, json: JSON.parse(ended.stdout) }).toMatchObject({
      exit,
      json: {
        ok: false,
        error: { code: "cancelled", signal, message: expect.stringContaining(signal), remedy: expect.any(String) },
        results: [{ outcome: "failed", error: { code: "fetch-cancelled" }, counted: "perhaps" }],
      },
    });
    expect(await runJson(site, ["fetch", ...drive]), "the record knows of the fetch").toMatchObject({
      exit: 0,
      json: { results: [], left: [{ reason: "fetched-before" }] },
    });
    expect(site.alas.requests).toHaveLength(1);
  });

  test(`${signal} ends another command with its JSON and ${exit} at once`, async () => {
    const hanging = await startHangingServer();
    const running = startKeyferry({ ...site, switches: [hanging.asAlas] }, ["reach", "--json"]);
    await hanging.called;
    running.signal(signal, group);
    const ended = await running.ended;
    expect({ exit: ended.exit, json: JSON.parse(ended.stdout) }).toMatchObject({
      exit,
      json: { ok: false, error: { code: "cancelled", signal } },
    });
    hanging.close();
  });
}

/** A server in place of ALAS that takes a connection and never says a word. */
async function startHangingServer() {
  const server = createServer().listen(0, "127.0.0.1");
  const called = once(server, "connection").then(([socket]: Socket[]) => socket);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  const close = (): void => {
    called.then((socket) => socket?.destroy());
    server.close();
  };
  return { asAlas: `--host-resolver-rules=MAP alas.stratus.com:443 127.0.0.1:${port}`, called, close };
}

const refusalPage = (): string => "<!doctype html><title>ALAS</title><p>Error 3.5: ALAS_NO_MORE_ACTIVATION</p>\n";
