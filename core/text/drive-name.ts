import type { Drive } from "../drives/drive.ts";
import { shown } from "./untrusted.ts";

const LETTER = /^[A-Za-z]:\\?$/;

/**
 * What a person calls a drive: "KINGSTON (E:)" where there are letters, else its label, its maker's words or its folder's
 * name. Never empty.
 */
export function driveName({ label, path, description, bus }: Drive): string {
  const last = (path ?? "").split(/[/\\]/).findLast((part) => part !== "");
  const name = bus === "folder" ? (last ?? path ?? "/") : label?.trim() || description.trim() || last || "USB";
  return shown(path && LETTER.test(path) && bus !== "folder" ? `${name} (${path.slice(0, 2)})` : name);
}
