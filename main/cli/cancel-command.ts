import type { App } from "electron";
import type { ProblemOf } from "../../core/problem.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { CliContext } from "./cli-context.ts";
import { type CliResult, failed } from "./cli-result.ts";
import type { Command } from "./command.ts";

type EndingSignal = ProblemOf<"cancelled">["signal"];

const SIGNALS: readonly EndingSignal[] = ["SIGHUP", "SIGINT", "SIGTERM"];
/** A command that writes ends within this time unless the stick hangs. */
const FINISH_MS = 15_000;
const WRITES: ReadonlySet<Command["name"]> = new Set(["request", "fetch", "deliver"]);

/**
 * Returns a signal that aborts when the process gets an ending signal. Shortly before "ready" Electron installs its own
 * handlers, which quit with exit code 0. This function therefore installs its handlers again on "ready" and prevents a quit
 * in between. Such a quit does not name its signal and counts as SIGTERM.
 */
export function abortOnSignal(
  process: Pick<NodeJS.Process, "on" | "removeListener">,
  app: Pick<App, "on" | "once">,
): AbortSignal {
  const controller = new AbortController();
  const end = (signal: NodeJS.Signals): void => controller.abort(signal);
  const listen = (): void => {
    // Node installs a system handler only for the first listener of a signal.
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
 * Runs a command. After an ending signal the result is `cancelled`, together with the command's own result: a fetch is
 * cancelled, and a command that writes gets at most 15 s to finish its current work. Other commands are not waited for.
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
  const signal = reason as EndingSignal; // set by abortOnSignal
  const { exit, json, complaints } = failed({ code: "cancelled", signal }, language);
  if (result === null) return { exit, json, lines: [], complaints };
  return {
    exit,
    json: { ...result.json, ...json },
    lines: result.lines,
    complaints: [...result.complaints, ...complaints],
  };
}
