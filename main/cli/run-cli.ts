import type { Problem } from "../../core/problem.ts";
import { textsFor } from "../../core/text/texts-for.ts";
import { shown } from "../../core/text/untrusted.ts";
import { unlessCancelled } from "./cancel-command.ts";
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

/** Runs one command: the only place where what it did becomes output. Returns its exit code and never throws. */
export async function runCli(argv: readonly string[], world: CliContext): Promise<number> {
  const parsed = parseArguments(argv);
  const json = parsed.ok ? parsed.value.json : wantsJson(argv);
  const language = (parsed.ok ? parsed.value.language : null) ?? world.language;
  const result = parsed.ok
    ? await unlessCancelled(parsed.value.command, resultOf, {
        ...world,
        language,
        ...(json ? {} : { progress: sayBy(world) }),
      })
    : failed(parsed.error, language);
  // Somebody who typed nothing asks what there is to type.
  const asked = argv[0] === undefined || argv[0] === "";
  await print(asked ? { ...result, complaints: [textsFor(language).cli.usage] } : result, json, world);
  return result.exit;
}

/** Not waited for: what is said in the end comes after it all the same. */
const sayBy =
  ({ stderr }: CliContext) =>
  (line: string): void =>
    void stderr(`${shown(line)}\n`);

async function resultOf(command: Command, world: CliContext): Promise<CliResult> {
  try {
    return await run(command, world);
  } catch (error) {
    // A fault of ours; told as one, so that a program that called is not left without its JSON.
    const problem: Problem = { code: "unexpected", detail: error instanceof Error ? error.message : String(error) };
    return failed(problem, world.language);
  }
}

// Neither reads or writes a stick's requests, nor asks a server: no policy can forbid it.
const HARMLESS: ReadonlySet<Command["name"]> = new Set(["help", "drives", "status", "explain"]);

async function run(command: Command, world: CliContext): Promise<CliResult> {
  if (world.policyProblem && !HARMLESS.has(command.name)) return failed(world.policyProblem, world.language);
  switch (command.name) {
    case "help": {
      const { usage } = textsFor(world.language).cli;
      return done({ usage }, [usage]);
    }
    case "drives":
      return drivesCommand(world);
    case "request":
      return requestCommand(command, world);
    case "reach":
      return reachCommand(world);
    case "scan":
      return scanCommand(command, world);
    case "fetch":
      return fetchCommand(command, world);
    case "deliver":
      return deliverCommand(command, world);
    case "status":
      return statusCommand(command, world);
    case "explain":
      return explainCommand(command, world);
  }
}
