import { join } from "node:path";
import { KEYFERRY_FOLDER } from "../../core/stick/stick-layout.ts";
import type { Stick } from "./stick.ts";

/** Keyferry's own folder on a stick. */
export const keyferryPath = (stick: Stick): string => join(stick.root, KEYFERRY_FOLDER);

/** A request's folder on a stick. `folder` comes from a listing or from Keyferry itself, never from a message. */
export const requestPath = (stick: Stick, folder: string): string => join(keyferryPath(stick), folder);

/** Returns a path below the stick for display and messages, with "/" on every system. */
export const shownPath = (...names: readonly string[]): string => names.join("/");
