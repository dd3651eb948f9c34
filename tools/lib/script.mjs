// @ts-check

/** A problem that the user must solve. Its message is printed without a stack. */
export class Stop extends Error {}

/**
 * Prints a message to the user, always on standard error: standard output belongs to the app.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`keyferry: ${text}\n`);
}

/**
 * Runs a script's body and ends with the exit code that it returns.
 * @param {() => Promise<number>} body
 */
export async function script(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
