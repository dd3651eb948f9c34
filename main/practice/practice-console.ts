import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type LoopbackServer, listenOnLoopback } from "./loopback-server.ts";
import { practiceActivationUrl } from "./practice-activation-url.ts";
import { PRACTICE_SYSTEMS } from "./practice-answers.ts";
import type { ConsoleLanguage } from "./practice-labels.ts";
import type { ConsoleState, Upload } from "./practice-licence.ts";
import { answerConsole, type ConsoleReply } from "./practice-routes.ts";

/** Options of the practice console. `alasUrlOf` returns the whole URL of its link. */
export interface PracticeConsoleOptions {
  readonly alasUrlOf?: (assetId: string) => string;
  readonly assetId?: string;
  readonly port?: number;
  readonly language?: ConsoleLanguage;
  readonly now?: () => number; // ms since 1970
}

export interface PracticeConsole extends LoopbackServer {
  /** Its address, such as "http://127.0.0.1:8080". */
  readonly url: string;
  readonly assetId: string;
  /** The URL of the link, byte for byte. */
  readonly activationUrl: string;
}

const UPLOAD_LIMIT = 1_048_576; // bytes
const OTHER_KEY_NUMBER = 19999; // for systems that the practice ALAS does not know by default
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

/** Starts a practice console: HTTP on loopback. Rejects when the port is taken. */
export async function startPracticeConsole(options: PracticeConsoleOptions = {}): Promise<PracticeConsole> {
  const { alasUrlOf = practiceActivationUrl, assetId = "ze-207", language = "ja", now = Date.now } = options;
  const identity = {
    activationUrl: alasUrlOf(assetId),
    keyNumber: new Map(Object.entries(PRACTICE_SYSTEMS)).get(assetId)?.keyNumber ?? OTHER_KEY_NUMBER,
  };
  let state: ConsoleState = { assetId };
  const server = createServer(async (request, response) => {
    const [path = "", query] = (request.url ?? "").split("?");
    const upload = request.method === "POST" ? await readUpload(request) : "no-file";
    const asked = { route: `${request.method} ${path}`, language: languageOf(query, language), upload };
    const answer = answerConsole(asked, state, identity, now());
    state = answer.state;
    send(response, answer.reply);
  });
  const listening = await listenOnLoopback(server, options.port);
  return { ...listening, url: `http://127.0.0.1:${listening.port}`, assetId, activationUrl: identity.activationUrl };
}

function languageOf(query: string | undefined, otherwise: ConsoleLanguage): ConsoleLanguage {
  const wanted = new URLSearchParams(query).get("lang");
  return wanted === "ja" || wanted === "en" ? wanted : otherwise;
}

/** Reads the file of a form's `key` field. An unreadable form counts as a form without a file. */
async function readUpload(request: IncomingMessage): Promise<Upload> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes <= UPLOAD_LIMIT) chunks.push(chunk); // reads and drops the rest, so that the client gets the response
    }
    if (bytes > UPLOAD_LIMIT) return "too-large";
    const headers = { "Content-Type": request.headers["content-type"] ?? "" };
    const file = (await new Response(Buffer.concat(chunks), { headers }).formData()).get("key");
    // A browser sends an empty file without a name when no file was chosen.
    return file instanceof File && file.name !== "" ? new Uint8Array(await file.arrayBuffer()) : "no-file";
  } catch {
    return "no-file";
  }
}

function send(response: ServerResponse, { status, headers, body }: ConsoleReply): void {
  response.writeHead(status, { ...HEADERS, ...headers, "Content-Length": Buffer.byteLength(body) }).end(body);
}
