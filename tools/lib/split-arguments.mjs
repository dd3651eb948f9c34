// @ts-check

/**
 * Splits a line into arguments as a shell does: at white space, but for what stands in single or double quotes.
 * No escapes, no variables.
 * @param {string} line
 * @returns {string[]}
 */
export function splitArguments(line) {
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}
