import type { AskForCredentials } from "./proxy-sign-in.ts";

const PROXY = "KEYFERRY_PROXY";
const USER = "KEYFERRY_PROXY_USER";
const PASSWORD = "KEYFERRY_PROXY_PASSWORD";

/**
 * Signs in to a proxy without a window. The environment names one proxy ("host:port"); only that proxy gets the name and
 * the password from the environment, and only once. Any other proxy gets nothing. Both variables are deleted, so that
 * child processes do not inherit them.
 */
export function environmentSignIn(env: NodeJS.ProcessEnv): AskForCredentials {
  const { [PROXY]: proxy, [USER]: name, [PASSWORD]: password } = env;
  for (const variable of [USER, PASSWORD]) delete env[variable];
  let given = false;
  return async ({ host, port }) => {
    if (given || !proxy || !name || password === undefined) return null;
    if (`${host}:${port}`.toLowerCase() !== proxy.toLowerCase()) return null;
    given = true; // a second question means that the password was wrong: sending it again could lock the account
    return { name, password };
  };
}
