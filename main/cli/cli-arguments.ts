/** What a command looks like, one that was mistyped included: a file that is dropped on the app's icon does not. */
const WORD = /^(?:[a-z]+|--help|-h)$/;

/**
 * The command's own arguments out of a process's, or null when the window is wanted. What stands behind "--" is the
 * command's, whatever it says; without "--" the first argument that is no switch of Chromium's must be a word.
 * Not packaged, that is preceded by the app's folder.
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
