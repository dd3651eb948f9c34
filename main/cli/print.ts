import { escapedJson, shown } from "../../core/text/untrusted.ts";
import type { CliContext } from "./cli-context.ts";
import type { CliResult } from "./cli-result.ts";

/** Prints a result: exactly one JSON object and nothing else on standard output, or text for people. */
export async function print(result: CliResult, json: boolean, { stdout, stderr }: CliContext): Promise<void> {
  if (json) return await stdout(`${escapedJson(result.json)}\n`);
  if (result.lines.length > 0) await stdout(asText(result.lines));
  if (result.complaints.length > 0) await stderr(asText(result.complaints));
}

const asText = (lines: readonly string[]): string =>
  lines.map((line) => shown(line.endsWith("\n") ? line : `${line}\n`)).join("");
