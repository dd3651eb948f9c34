import { app } from "electron";
import { startLanguage } from "../home/start-language.ts";
import type { Services } from "../services.ts";
import { withOperator } from "../steps/with-operator.ts";
import { readInput } from "./read-input.ts";
import { runCli } from "./run-cli.ts";

const STANDARD_INPUT = 0;

/** Runs a command with this process's streams and this computer's drives and network. Returns the exit code. */
export function startCli(argv: readonly string[], services: Services, cancelled: AbortSignal): Promise<number> {
  const { drives, context, reach, settings, policy } = services;
  return runCli(argv, {
    stdout: writerOf(process.stdout),
    stderr: writerOf(process.stderr),
    stdin: () => readInput(STANDARD_INPUT),
    drives,
    reach,
    cancelled,
    context: withOperator(context, settings.operator),
    policyProblem: policy.ok ? null : policy.error,
    language: startLanguage(services, app.getPreferredSystemLanguages()),
  });
}

/** Waits until the stream has taken the text: the app must not exit before that. Ignores a closed pipe. */
function writerOf(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  stream.on("error", () => undefined);
  return (text) => new Promise((resolve) => void stream.write(text, () => resolve()));
}
