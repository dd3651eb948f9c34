import { type ParseArgsConfig, parseArgs } from "node:util";
import * as v from "valibot";
import type { Problem, RequestProblem } from "../../core/problem.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { OPERATOR_LIMIT } from "../../core/settings.ts";
import { type TicketId, TicketIdSchema } from "../../core/stick/records.ts";
import { languageOf } from "../../core/text/language.ts";
import { COMMANDS, type Command, type CommandLine, type CommandName } from "./command.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const several = { type: "string", multiple: true } as const;
const everywhere = { json: flag, lang: text, help: { ...flag, short: "h" } } as const;

const options: Readonly<Record<CommandName, NonNullable<ParseArgsConfig["options"]>>> = {
  drives: {},
  request: { drive: text, url: text, "asset-id": text, note: text, operator: text, minimal: flag, again: flag },
  scan: { drive: text },
  reach: {},
  fetch: { drive: text, ticket: several, again: flag, "by-hand": text, operator: text },
  deliver: { drive: text, to: text, ticket: several, "asset-id": text, "by-hand": text, operator: text },
  status: { text },
  explain: {},
};

type Parsed<T> = Result<T, RequestProblem>;
type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** Whether the output must be JSON, also when the rest of the command line is invalid. */
export const wantsJson = (argv: readonly string[]): boolean => argv.includes("--json");

/** Parses a command line. Checks its form only: no file, drive or server. */
export function parseArguments(argv: readonly string[]): Result<CommandLine, Problem> {
  const [name = "", ...rest] = argv;
  if (name === "help" || name === "--help" || name === "-h") return ok(line({ name: "help" }, rest.includes("--json")));
  const known = COMMANDS.find((command) => command === name);
  if (known === undefined) return usage(name === "" ? "no command" : `${name}: no such command`);
  const read = readOptions(known, rest);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const language = typeof values.lang === "string" ? languageOf(values.lang) : null;
  if (language === undefined) return usage(`--lang ${String(values.lang)}: no such language`);
  if (values.help === true) return ok(line({ name: "help" }, values.json === true, language));
  const command = commandOf(known, values, positionals);
  return command.ok ? ok(line(command.value, values.json === true, language)) : command;
}

const line = (command: Command, json: boolean, language: CommandLine["language"] = null): CommandLine => ({
  command,
  json,
  language,
});

const usage = (detail: string) => err({ code: "usage", detail } as const);

function readOptions(
  name: CommandName,
  args: readonly string[],
): Parsed<{ readonly values: Values; readonly positionals: readonly string[] }> {
  try {
    return ok(parseArgs({ args: [...args], options: { ...options[name], ...everywhere }, allowPositionals: true }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return usage(`${name}: ${message.split(/\. |\n/)[0]}`); // the rest is Node's advice about "--", which does not apply here
  }
}

function commandOf(name: CommandName, values: Values, positionals: readonly string[]): Parsed<Command> {
  if (name === "explain") {
    const [code, ...more] = positionals;
    return code === undefined || more.length > 0 ? missing(name, "CODE") : ok({ name, code });
  }
  // In "--ticket A B" the parser takes B for a positional argument.
  const named = values.ticket !== undefined;
  if (!named && positionals[0] !== undefined) return usage(`${name}: ${positionals[0]}`);
  const tickets = ticketsOf(named ? [values.ticket, positionals].flat().map(String) : []);
  return tickets.ok ? withTickets(name, values, tickets.value) : tickets;
}

function withTickets(
  name: Exclude<CommandName, "explain">,
  values: Values,
  tickets: readonly TicketId[] | undefined,
): Parsed<Command> {
  const drive = given(values.drive) ?? "";
  if ("drive" in options[name] && drive === "") return missing(name, "--drive"); // "" would be the working directory
  const assetId = optional("assetId", given(values["asset-id"]));
  const named = given(values.operator);
  if ((named?.length ?? 0) > OPERATOR_LIMIT) return usage(`${name}: --operator: at most ${OPERATOR_LIMIT} characters`);
  const operator = optional("operator", named);
  const byHand = given(values["by-hand"]);
  if (tickets !== undefined && byHand !== undefined) return usage(`${name}: --ticket or --by-hand, not both`);
  const chosen = { ...optional("tickets", tickets), ...optional("byHand", byHand) };
  const again = values.again === true;
  switch (name) {
    case "drives":
    case "reach":
      return ok({ name });
    case "scan":
      return ok({ name, drive });
    case "request": {
      const url = given(values.url);
      if (url === undefined) return missing(name, "--url");
      const note = optional("note", given(values.note));
      return ok({ name, drive, url, ...assetId, ...note, ...operator, minimal: values.minimal === true, again });
    }
    case "fetch":
      return ok({ name, drive, ...chosen, ...operator, again });
    case "deliver": {
      const to = given(values.to);
      return to ? ok({ name, drive, to, ...chosen, ...assetId, ...operator }) : missing(name, "--to");
    }
    case "status": {
      const pasted = given(values.text);
      return pasted === undefined ? missing(name, "--text") : ok({ name, text: pasted });
    }
  }
}

const missing = (name: CommandName, option: string) => usage(`${name}: ${option} ?`);

const given = (value: Values[string]): string | undefined => (typeof value === "string" ? value : undefined);

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  // The object has exactly this type, but the compiler cannot infer it from a computed key.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}

/** Parses ids in upper or lower case. An invalid id is an unknown request. */
function ticketsOf(typed: readonly string[]): Parsed<readonly TicketId[] | undefined> {
  const ids: TicketId[] = [];
  for (const text of typed) {
    const parsed = v.safeParse(TicketIdSchema, text.trim().toUpperCase());
    if (!parsed.success) return err({ code: "unknown-ticket", ticket: text });
    ids.push(parsed.output);
  }
  return ok(ids.length === 0 ? undefined : ids);
}
