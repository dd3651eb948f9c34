import type { Problem } from "../../core/problem.ts";
import { textsFor } from "../../core/text/texts-for.ts";
import { shown } from "../../core/text/untrusted.ts";
import { runUntilCancelled } from "./cancel-command.ts";
import type { CliContext } from "./cli-context.ts";
import { type CliResult, done, failed } from "./cli-result.ts";
import type { Command } from "./command.ts";
import { deliverCommand } from "./commands/deliver.ts";
import { drivesCommand } from "./commands/drives.ts";
import { explainCommand } from "./commands/explain.ts";
import { fetchCommand } from "./commands/fetch.ts";
import { reachCommand } from "./commands/reach.ts";
import { requestCommand } from "./commands/request.ts";
import { scanCommand } from "./commands/scan.ts";
import { statusCommand } from "./commands/status.ts";
import { parseArguments, wantsJson } from "./parse-arguments.ts";
import { print } from "./print.ts";

/** Runs one command and prints its result. Returns the exit code and never throws. */
export async function runCli(argv: readonly string[], cliContext: CliContext): Promise<number> {
  const parsed = parseArguments(argv);
  const json = parsed.ok ? parsed.value.json : wantsJson(argv);
  const language = (parsed.ok ? parsed.value.language : null) ?? cliContext.language;
  const result = parsed.ok
    ? await runUntilCancelled(parsed.value.command, resultOf, {
        ...cliContext,
        language,
        ...(json ? {} : { progress: progressWriter(cliContext) }),
      })
    : failed(parsed.error, language);
  // Without a command, print the usage only.
  const noCommand = argv[0] === undefined || argv[0] === "";
  await print(noCommand ? { ...result, complaints: [textsFor(language).cli.usage] } : result, json, cliContext);
  return result.exit;
}

/** Does not wait for the write: a stream keeps the order of its writes. */
const progressWriter =
  ({ stderr }: CliContext) =>
  (line: string): void =>
    void stderr(`${shown(line)}\n`);

async function resultOf(command: Command, cliContext: CliContext): Promise<CliResult> {
  try {
    return await run(command, cliContext);
  } catch (error) {
    // A fault of Keyferry itself. Reported as a problem, so that the calling program gets its JSON.
    const problem: Problem = { code: "unexpected", detail: error instanceof Error ? error.message : String(error) };
    return failed(problem, cliContext.language);
  }
}

// These neither read or write a stick's requests nor contact a server, so no policy can forbid them.
const ALLOWED_WITHOUT_POLICY: ReadonlySet<Command["name"]> = new Set(["help", "drives", "status", "explain"]);

async function run(command: Command, cliContext: CliContext): Promise<CliResult> {
  if (cliContext.policyProblem && !ALLOWED_WITHOUT_POLICY.has(command.name))
    return failed(cliContext.policyProblem, cliContext.language);
  switch (command.name) {
    case "help": {
      const { usage } = textsFor(cliContext.language).cli;
      return done({ usage }, [usage]);
    }
    case "drives":
      return drivesCommand(cliContext);
    case "request":
      return requestCommand(command, cliContext);
    case "reach":
      return reachCommand(cliContext);
    case "scan":
      return scanCommand(command, cliContext);
    case "fetch":
      return fetchCommand(command, cliContext);
    case "deliver":
      return deliverCommand(command, cliContext);
    case "status":
      return statusCommand(command, cliContext);
    case "explain":
      return explainCommand(command, cliContext);
  }
}
