const OPTION = "--policy";

/** The process's arguments without `--policy FILE`. `file` is "" when the file is missing, null without the option. */
export interface PolicyOption {
  readonly file: string | null;
  readonly rest: readonly string[];
}

/**
 * Removes `--policy FILE` or `--policy=FILE` from the process's arguments, at any position: the window and every command
 * accept it, and need it before they start. The last one counts.
 */
export function takePolicyOption(argv: readonly string[]): PolicyOption {
  const at = argv.findIndex((argument) => argument === OPTION || argument.startsWith(`${OPTION}=`));
  if (at < 0) return { file: null, rest: argv };
  const found = argv[at] ?? "";
  const joined = found !== OPTION;
  const next = argv[at + 1] ?? "";
  const named = !joined && next !== "" && !next.startsWith("-");
  const later = takePolicyOption(argv.slice(named ? at + 2 : at + 1));
  const file = joined ? found.slice(OPTION.length + 1) : named ? next : "";
  return { file: later.file ?? file, rest: [...argv.slice(0, at), ...later.rest] };
}
