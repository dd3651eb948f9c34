import { join } from "node:path";
import { KEYFERRY_FOLDER } from "../../core/stick/stick-layout.ts";
import type { Stick } from "./stick.ts";

/** Keyferry's own folder on a stick. */
export const keyferryPath = (stick: Stick): string => join(stick.root, KEYFERRY_FOLDER);

/** A request's folder on a stick. `folder` is a name that was listed or made, never one that somebody sent. */
export const requestPath = (stick: Stick, folder: string): string => join(keyferryPath(stick), folder);

/** A path below the stick as it is shown and named: with "/" on every system. */
export const shownPath = (...names: readonly string[]): string => names.join("/");
