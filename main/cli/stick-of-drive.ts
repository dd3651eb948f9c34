import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { Outcome } from "../../core/problem.ts";
import { err } from "../../core/result.ts";
import { stickAtFolder } from "../drives/stick-at-folder.ts";
import type { Stick } from "../stick/stick.ts";
import type { CliContext } from "./cli-context.ts";

/**
 * Returns the stick of `--drive`. Any folder is accepted, unless the site's policy forbids folders: then it must be the mount
 * point of a usable drive. Only then are the drives listed.
 */
export async function stickOfDrive(
  path: string,
  { context, drives }: Pick<CliContext, "context" | "drives">,
): Promise<Outcome<Stick>> {
  const stick = await stickAtFolder(path);
  if (!stick.ok || context.policy?.allowFolders !== false) return stick;
  const listed = await drives.list();
  if (!listed.ok) return listed;
  const usable = listed.value.flatMap((drive) => (drive.usable && drive.path !== null ? [drive.path] : []));
  const roots = await Promise.all(usable.map((root) => realpath(resolve(root)).catch(() => null))); // unplugged meanwhile
  return roots.includes(stick.value.root) ? stick : err({ code: "folder-forbidden" });
}
