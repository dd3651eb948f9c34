import type { AskForCredentials } from "./proxy-sign-in.ts";

const PROXY = "KEYFERRY_PROXY";
const USER = "KEYFERRY_PROXY_USER";
const PASSWORD = "KEYFERRY_PROXY_PASSWORD";

/**
 * Signs in at a proxy where nobody can be asked: with a name and a password out of the environment, which are given to
 * the one proxy that it names ("host:port"), once. A proxy that somebody else has put in the way gets nothing. They are
 * taken out of the environment, so that no program that is started from here has them.
 */
export function environmentSignIn(env: NodeJS.ProcessEnv): AskForCredentials {
  const { [PROXY]: proxy, [USER]: name, [PASSWORD]: password } = env;
  for (const variable of [USER, PASSWORD]) delete env[variable];
  let given = false;
  return async ({ host, port }) => {
    if (given || !proxy || !name || password === undefined) return null;
    if (`${host}:${port}`.toLowerCase() !== proxy.toLowerCase()) return null;
    given = true; // asked again, it was wrong: a second time would only help to lock the account
    return { name, password };
  };
}
