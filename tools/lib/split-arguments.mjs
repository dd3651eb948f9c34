// @ts-check

/**
 * Splits a line into arguments as a shell does: at white space, except inside single or double quotes. Knows no escapes
 * and no variables.
 * @param {string} line
 * @returns {string[]}
 */
export function splitArguments(line) {
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}
