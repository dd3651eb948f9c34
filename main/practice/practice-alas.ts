import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { type LoopbackServer, listenOnLoopback } from "./loopback-server.ts";
import {
  decide,
  type ErrorForm,
  keyAnswer,
  PRACTICE_SYSTEMS,
  type PracticeAnswer,
  type PracticeSystem,
  refusalAnswer,
  type Tally,
} from "./practice-answers.ts";
import { type RawResponse, sendRaw } from "./raw-answer.ts";

/** Options of the practice ALAS. `systems` adds to its own systems or replaces them. */
export interface PracticeAlasOptions {
  readonly tls: { readonly key: string; readonly cert: string }; // PEM
  readonly port?: number;
  readonly host?: "127.0.0.1"; // the only allowed value
  readonly systems?: Readonly<Record<string, PracticeSystem>>;
  readonly errorForm?: ErrorForm;
}

/** One received request. `path` is the request target byte for byte, query included. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly at: Date;
}

export interface PracticeAlas extends LoopbackServer {
  readonly requests: readonly LoggedRequest[];
  /** The bodies of its own answers, in order, to compare a fetched key with. */
  readonly sent: readonly Uint8Array[];
  /** Returns how many keys it has issued for a system. */
  activations(assetId: string): number;
  /** Queues an answer for a later request. It does not count as an activation. */
  answerNext(raw: RawResponse): void;
}

/** Starts a practice ALAS: HTTPS on loopback. Rejects when the port is taken or the TLS material is unusable. */
export async function startPracticeAlas(options: PracticeAlasOptions): Promise<PracticeAlas> {
  const systems = new Map(Object.entries({ ...PRACTICE_SYSTEMS, ...options.systems }));
  const tallies = new Map<string, Tally>();
  const requests: LoggedRequest[] = [];
  const sent: Uint8Array[] = [];
  const queue: RawResponse[] = [];
  const tallyOf = (assetId: string): Tally => tallies.get(assetId) ?? { asked: 0, activations: 0 };

  const answer = (target: string): PracticeAnswer => {
    const decision = decide(target, systems, tallyOf);
    const given = decision.type === "key";
    const assetId = given ? decision.key.assetId : decision.assetId;
    if (assetId !== undefined) {
      const { asked, activations } = tallyOf(assetId);
      tallies.set(assetId, { asked: asked + 1, activations: activations + (given ? 1 : 0) });
    }
    return given ? keyAnswer(decision.key) : refusalAnswer(decision.code, options.errorForm ?? "text");
  };

  const server = createServer({ key: options.tls.key, cert: options.tls.cert }, (request, response) => {
    const { method = "", url: path = "" } = request;
    requests.push({ method, path, at: new Date() });
    const raw = queue.shift();
    if (raw) void sendRaw(request.socket, raw);
    else if (method === "GET") {
      const own = answer(path);
      sent.push(own.body);
      send(response, own);
    } else refuseMethod(request, response);
  });
  const listening = await listenOnLoopback(server, options.port);
  return {
    ...listening,
    requests,
    sent,
    activations: (assetId) => tallyOf(assetId).activations,
    answerNext: (raw) => void queue.push(raw),
  };
}

function send(response: ServerResponse, { status, headers, body }: PracticeAnswer): void {
  response.writeHead(status, { ...headers, "Content-Length": body.length }).end(body);
}

function refuseMethod(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(405, { Allow: "GET" }).end();
}
