import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { download } from "../../../tools/lib/download.mjs";

const CONTENT = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7 + (index >> 8)) % 256));
const INTEGRITY = `sha512-${createHash("sha512").update(CONTENT).digest("base64")}`;

type Answer = (response: ServerResponse, start: number) => void;

let folder: string;
let file: string;
let server: Server;
let answers: Answer[];
let ranges: (string | undefined)[];
let onProgress: (written: number) => void;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "keyferry-download-"));
  file = path.join(folder, "electron.tgz");
  ranges = [];
  onProgress = () => {};
  server = createServer((request: IncomingMessage, response) => {
    ranges.push(request.headers.range);
    // The last answer is given again and again.
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(response, Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function fetchIt(patience = 10_000) {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/electron.tgz`;
  const progress = (written: number) => onProgress(written);
  return download({ url, file, bytes: CONTENT.length, integrity: INTEGRITY, pause: 1, patience, progress });
}

function head(response: ServerResponse, start: number, length: number) {
  const range = start > 0 ? { "content-range": `bytes ${start}-${CONTENT.length - 1}/${CONTENT.length}` } : {};
  response.writeHead(start > 0 ? 206 : 200, { "content-length": length, ...range });
}

const rest: Answer = (response, start) => {
  head(response, start, CONTENT.length - start);
  response.end(CONTENT.subarray(start));
};

// Cuts the connection only once the bytes are in the file: fetch discards the bytes that were not read before the cut.
const cutAfter =
  (bytes: number): Answer =>
  (response, start) => {
    head(response, start, CONTENT.length - start);
    onProgress = (written) => {
      if (written === start + bytes) response.destroy();
    };
    response.write(CONTENT.subarray(start, start + bytes));
  };

const silentAfter =
  (bytes: number): Answer =>
  (response, start) => {
    head(response, start, CONTENT.length - start);
    response.write(CONTENT.subarray(start, start + bytes));
  };

const everythingAgain: Answer = (response) => rest(response, 0);

const status =
  (code: number): Answer =>
  (response) =>
    response.writeHead(code).end("no");

const lie: Answer = (response, start) => {
  head(response, start, CONTENT.length - start);
  response.end(Buffer.alloc(CONTENT.length - start, "x"));
};

const endless: Answer = (response) => {
  response.writeHead(200);
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536)));
  };
  response.on("drain", more);
  more();
};

test.each<[string, Answer[]]>([
  ["in one go", [rest]],
  ["although the connection is cut, twice", [cutAfter(50_000), cutAfter(90_000), rest]],
  ["although the server sends everything again when asked for the rest", [cutAfter(50_000), everythingAgain]],
  ["although the server is overloaded for a while", [status(503), status(429), rest]],
])("arrives %s", async (_, given) => {
  answers = given;
  await fetchIt();
  expect(readFileSync(file).equals(CONTENT)).toBe(true);
  expect(existsSync(`${file}.part`)).toBe(false);
});

test("arrives although the server falls silent", async () => {
  answers = [silentAfter(30_000), rest];
  await fetchIt(500);
  expect(readFileSync(file).equals(CONTENT)).toBe(true);
});

test("asks only for what is missing", async () => {
  answers = [cutAfter(50_000), rest];
  await fetchIt();
  expect(ranges).toEqual([undefined, "bytes=50000-"]);
});

test("takes up what an earlier run left", async () => {
  writeFileSync(`${file}.part`, CONTENT.subarray(0, 1_000));
  answers = [rest];
  await fetchIt();
  expect(ranges).toEqual(["bytes=1000-"]);
  expect(readFileSync(file).equals(CONTENT)).toBe(true);
});

test("starts over when what an earlier run left was something else", async () => {
  writeFileSync(`${file}.part`, "not what the server has");
  answers = [rest];
  await fetchIt();
  expect(readFileSync(file).equals(CONTENT)).toBe(true);
});

test("starts over when what an earlier run left is too long", async () => {
  writeFileSync(`${file}.part`, Buffer.alloc(CONTENT.length + 1));
  answers = [rest];
  await fetchIt();
  expect(readFileSync(file).equals(CONTENT)).toBe(true);
});

test.each<[string, Answer, string]>([
  ["the content is not the one that was ordered", lie, "its hash differs"],
  ["the content never ends", endless, "longer than it should be"],
  ["the server does not have it", status(404), "HTTP 404"],
  ["the server wants a sign-in", status(401), "HTTP 401"],
  ["the server never recovers", status(500), "HTTP 500"],
  ["the connection ends before the first byte, each time", (response) => response.destroy(), "other side closed"],
])("fails, and leaves no file, when %s", async (_, answer, message) => {
  answers = [answer];
  await expect(fetchIt()).rejects.toThrow(message);
  expect(existsSync(file)).toBe(false);
});
