import { isAbsolute, resolve } from "node:path";

/** Where this computer's own state lies: KEYFERRY_HOME when set, else the system's application-data folder. */
export function homeFolder(environment: NodeJS.ProcessEnv, appData: string): string {
  const wanted = environment.KEYFERRY_HOME;
  if (!wanted) return appData;
  return isAbsolute(wanted) ? wanted : resolve(wanted);
}
