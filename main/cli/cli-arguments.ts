/** Matches a command, also a mistyped one, but not a file that was dropped on the app's icon. */
const WORD = /^(?:[a-z]+|--help|-h)$/;

/**
 * Returns the command's arguments from the process's arguments, or null to open the window. All arguments after "--" belong to
 * the command. Without "--" the first argument that is not a Chromium switch must be a word. In a development build the app's
 * folder precedes it.
 */
export function cliArguments(argv: readonly string[], packaged: boolean): readonly string[] | null {
  const end = argv.indexOf("--");
  if (end >= 0) return end + 1 < argv.length ? argv.slice(end + 1) : null;
  const own = argv.slice(1);
  const folder = packaged ? -1 : own.findIndex((argument) => !argument.startsWith("-"));
  const rest = own.slice(folder + 1);
  const first = rest.findIndex((argument) => WORD.test(argument) || !argument.startsWith("-"));
  return first >= 0 && WORD.test(rest[first] ?? "") ? rest.slice(first) : null;
}
