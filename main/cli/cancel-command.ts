import type { App } from "electron";
import type { ProblemOf } from "../../core/problem.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { CliContext } from "./cli-context.ts";
import { type CliResult, failed } from "./cli-result.ts";
import type { Command } from "./command.ts";

type EndingSignal = ProblemOf<"cancelled">["signal"];

const SIGNALS: readonly EndingSignal[] = ["SIGHUP", "SIGINT", "SIGTERM"];
/** What writes ends its step within this time, or the stick hangs. */
const FINISH_MS = 15_000;
const WRITES: ReadonlySet<Command["name"]> = new Set(["request", "fetch", "deliver"]);

/**
 * Aborts when the process is told to end. Electron sets handlers of its own shortly before "ready", which quit with exit code
 * 0; so ours are set again then, and a quit in between is stopped. It does not tell its signal and counts as SIGTERM.
 */
export function abortOnSignal(
  process: Pick<NodeJS.Process, "on" | "removeListener">,
  app: Pick<App, "on" | "once">,
): AbortSignal {
  const controller = new AbortController();
  const end = (signal: NodeJS.Signals): void => controller.abort(signal);
  const listen = (): void => {
    // Only the first listener of a signal reaches the system.
    for (const signal of SIGNALS) process.removeListener(signal, end).on(signal, end);
  };
  listen();
  app.once("ready", listen);
  app.on("before-quit", (event) => {
    event.preventDefault();
    end("SIGTERM");
  });
  return controller.signal;
}

/**
 * Runs a command. When the process is told to end, the result is `cancelled`, with what the command still has to say: a fetch
 * is cancelled, and a command that writes finishes what it has in hand for at most 15 s. Nothing else is waited for.
 */
export async function runUntilCancelled(
  command: Command,
  run: (command: Command, cliContext: CliContext) => Promise<CliResult>,
  cliContext: CliContext,
): Promise<CliResult> {
  const { cancelled, language } = cliContext;
  if (!cancelled) return run(command, cliContext);
  if (cancelled.aborted) return withCancelled(null, cancelled, language);
  const aborted = new Promise<null>((resolve) => {
    cancelled.addEventListener("abort", () => resolve(null), { once: true });
  });
  const stdin = async (): Promise<string> => (await Promise.race([cliContext.stdin(), aborted])) ?? "";
  const running = run(command, { ...cliContext, stdin });
  const ended = await Promise.race([running, aborted]);
  if (ended !== null && !cancelled.aborted) return ended;
  return withCancelled(
    WRITES.has(command.name) ? await withTimeLimit(running, FINISH_MS, null) : null,
    cancelled,
    language,
  );
}

function withCancelled(result: CliResult | null, { reason }: AbortSignal, language: CliContext["language"]): CliResult {
  const signal = reason as EndingSignal; // what listenForEnd gave
  const { exit, json, complaints } = failed({ code: "cancelled", signal }, language);
  if (result === null) return { exit, json, lines: [], complaints };
  return {
    exit,
    json: { ...result.json, ...json },
    lines: result.lines,
    complaints: [...result.complaints, ...complaints],
  };
}
