import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type LoopbackServer, listenOnLoopback } from "./loopback-server.ts";
import { practiceActivationUrl } from "./practice-activation-url.ts";
import { PRACTICE_SYSTEMS } from "./practice-answers.ts";
import type { ConsoleLanguage } from "./practice-labels.ts";
import type { ConsoleState, Upload } from "./practice-licence.ts";
import { answerConsole, type ConsoleReply } from "./practice-routes.ts";

/** What the practice console is started with. `alasUrlOf` gives the address behind its link, whole. */
export interface PracticeConsoleOptions {
  readonly alasUrlOf?: (assetId: string) => string;
  readonly assetId?: string;
  readonly port?: number;
  readonly language?: ConsoleLanguage;
  readonly now?: () => number; // ms since 1970
}

export interface PracticeConsole extends LoopbackServer {
  /** Where it is, as in "http://127.0.0.1:8080". */
  readonly url: string;
  readonly assetId: string;
  /** The address behind the link, byte for byte. */
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

/** The file of a form's `key` field. A form that cannot be read counts as one without a file. */
async function readUpload(request: IncomingMessage): Promise<Upload> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes <= UPLOAD_LIMIT) chunks.push(chunk); // the rest is read and dropped, so that the answer can be heard
    }
    if (bytes > UPLOAD_LIMIT) return "too-large";
    const headers = { "Content-Type": request.headers["content-type"] ?? "" };
    const file = (await new Response(Buffer.concat(chunks), { headers }).formData()).get("key");
    // A browser sends a nameless empty file when none was chosen.
    return file instanceof File && file.name !== "" ? new Uint8Array(await file.arrayBuffer()) : "no-file";
  } catch {
    return "no-file";
  }
}

function send(response: ServerResponse, { status, headers, body }: ConsoleReply): void {
  response.writeHead(status, { ...HEADERS, ...headers, "Content-Length": Buffer.byteLength(body) }).end(body);
}
