const OPTION = "--policy";

/** A process's arguments without `--policy FILE`, and that file; "" where the file was left out, null without the option. */
export interface PolicyOption {
  readonly file: string | null;
  readonly rest: readonly string[];
}

/**
 * Takes `--policy FILE` or `--policy=FILE` out of a process's arguments, wherever it stands: it belongs to the window as
 * well as to every command, and is needed before either begins. The last one counts.
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
