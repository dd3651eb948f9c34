import { constants, promises, realpathSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename, dirname, join } from "node:path";

/** Stands between the product and the file system. */
export interface Guard {
  /** From now on only these folders may be touched, by their real paths; tells what was tried elsewhere since the last. */
  allow(folders: readonly string[]): readonly string[];
  /** Calls that were looked at so far. */
  readonly calls: number;
}

// These give out what is behind a link: with them the path's own end counts, too.
const FOLLOWING: ReadonlySet<string> = new Set([
  "open",
  "opendir",
  "readFile",
  "writeFile",
  "readdir",
  "stat",
  "chmod",
]);

/**
 * Makes each call of node:fs/promises show where its paths really lead, before it is done. One that leads elsewhere is
 * told and refused: a reader that goes astray here must not harm this computer.
 */
export function standGuard(): Guard {
  let allowed: readonly string[] | null = null;
  let astray: string[] = [];
  const folders = new Map<string, string>(); // where they lead: asked once a stick, since asking is slow
  const guard = {
    calls: 0,
    allow: (now: readonly string[]) => {
      const found = astray;
      allowed = now.map((folder) => realpathSync.native(folder));
      astray = [];
      folders.clear();
      return found;
    },
  };
  for (const [name, method] of Object.entries(promises)) {
    if (typeof method !== "function") continue;
    const guarded = (...args: unknown[]): unknown => {
      guard.calls += 1;
      const paths = args.slice(0, 2).filter((arg): arg is string => typeof arg === "string" && arg.startsWith("/"));
      const follows = FOLLOWING.has(name) && !refusesLinks(args[1]);
      const outside =
        allowed === null ? [] : paths.filter((path) => !isWithin(realPath(path, follows, folders), allowed ?? []));
      if (outside.length === 0) return Reflect.apply(method, promises, args);
      astray.push(...outside.map((path) => `${name} ${path}`));
      return Promise.reject(Object.assign(new Error("led outside"), { code: "EACCES" }));
    };
    Reflect.set(promises, name, guarded);
  }
  syncBuiltinESMExports();
  return guard;
}

/** O_EXCL makes a new file or none, O_NOFOLLOW opens no link. */
const refusesLinks = (flags: unknown): boolean =>
  flags === "wx" || (typeof flags === "number" && (flags & constants.O_NOFOLLOW) !== 0);

const isWithin = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** Where a path leads. Of what is not there, or is a link that is not followed, the folder that holds it counts. */
function realPath(path: string, follows: boolean, folders: Map<string, string>): string {
  try {
    if (follows) return realpathSync.native(path);
  } catch {
    // not there: it can only be made, in its folder
  }
  const folder = dirname(path);
  try {
    const known = folders.get(folder) ?? realpathSync.native(folder);
    folders.set(folder, known);
    return join(known, basename(path));
  } catch {
    return path; // no folder either: whatever is done there fails
  }
}
