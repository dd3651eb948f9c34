import { COMMANDS } from "./command.ts";

const WORDS: ReadonlySet<string> = new Set([...COMMANDS, "help", "--help", "-h"]);

/**
 * The command's own arguments out of a process's, or null when the window is wanted. What stands behind "--" is the
 * command's, whatever it says; without "--" the first argument that is no switch of Chromium's must be a command.
 * Not packaged, that is preceded by the app's folder.
 */
export function cliArguments(argv: readonly string[], packaged: boolean): readonly string[] | null {
  const end = argv.indexOf("--");
  if (end >= 0) return end + 1 < argv.length ? argv.slice(end + 1) : null;
  const own = argv.slice(1);
  const folder = packaged ? -1 : own.findIndex((argument) => !argument.startsWith("-"));
  const rest = own.slice(folder + 1);
  const first = rest.findIndex((argument) => WORDS.has(argument) || !argument.startsWith("-"));
  return first >= 0 && WORDS.has(rest[first] ?? "") ? rest.slice(first) : null;
}
