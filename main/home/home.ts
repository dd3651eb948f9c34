import { isAbsolute, resolve } from "node:path";

/** Returns the folder of this computer's state: KEYFERRY_HOME if set, else the system's application-data folder. */
export function homeFolder(environment: NodeJS.ProcessEnv, appData: string): string {
  const wanted = environment.KEYFERRY_HOME;
  if (!wanted) return appData;
  return isAbsolute(wanted) ? wanted : resolve(wanted);
}
