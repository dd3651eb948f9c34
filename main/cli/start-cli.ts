import { createReadStream } from "node:fs";
import { app } from "electron";
import { startLanguage } from "../home/start-language.ts";
import { withOperator } from "../hops/with-operator.ts";
import type { Services } from "../services.ts";
import { runCli } from "./run-cli.ts";

/** More than any paste that a command takes (bytes): the rest of an endless input is not waited for. */
const INPUT_LIMIT = 1024 * 1024;

const STANDARD_INPUT = 0;

/** The command line in the real world: this process's streams, this computer's drives and network. Returns the exit code. */
export function startCli(argv: readonly string[], services: Services): Promise<number> {
  const { drives, context, reach, settings, policy } = services;
  return runCli(argv, {
    stdout: writerOf(process.stdout),
    stderr: writerOf(process.stderr),
    stdin: readInput,
    drives,
    reach,
    context: withOperator(context, settings.operator),
    policyProblem: policy.ok ? null : policy.error,
    language: startLanguage(services, app.getPreferredSystemLanguages()),
  });
}

/** A pipe takes text in its own time: the app must not exit before it has. One that is closed takes nothing any more. */
function writerOf(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  stream.on("error", () => undefined);
  return (text) => new Promise((resolve) => void stream.write(text, () => resolve()));
}

/** By its number: what Electron calls `process.stdin` is always at its end on Windows. */
async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream("", { fd: STANDARD_INPUT, autoClose: false })) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > INPUT_LIMIT) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
