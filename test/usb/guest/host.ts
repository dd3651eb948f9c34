import { writeSync } from "node:fs";
import { createInterface } from "node:readline";

// The host is heard on standard input and spoken to on this descriptor (see init).
const TO_HOST = 3;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}

const waiting = new Map<number, Waiting>();
let questions = 0;

createInterface({ input: process.stdin }).on("line", (line) => {
  // run-in-guest.mjs writes nothing else.
  const { id, answer, error } = JSON.parse(line) as Answer;
  const asked = waiting.get(id);
  waiting.delete(id);
  if (waiting.size === 0) process.stdin.unref();
  if (error === undefined) asked?.resolve(answer);
  else asked?.reject(new Error(error));
});
// An open line to the host is no reason for a job to go on.
process.stdin.unref();

/** Asks the host something that it, or this job's test, answers. Rejects with the host's words when that fails. */
export function ask(what: string, argument: object = {}): Promise<unknown> {
  questions += 1;
  const id = questions;
  process.stdin.ref();
  say({ id, ask: what, with: argument });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

/** Hands a result to this job's test. */
export function report(result: unknown): void {
  say({ report: result });
}

function say(message: object): void {
  writeSync(TO_HOST, `${JSON.stringify(message)}\n`);
}
