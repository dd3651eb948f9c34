import type { Problem } from "../../core/problem.ts";
import { errnoOf } from "../lib/errno.ts";

/** A problem, thrown by code whose other errors are the file system's. */
export class StickError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const GONE: ReadonlySet<string> = new Set([
  "ENOENT",
  "ENODEV",
  "ENXIO",
  "ENOTCONN",
  "ESTALE",
  "ENOMEDIUM",
  "ESHUTDOWN",
]);
const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const FORBIDDEN: ReadonlySet<string> = new Set(["EACCES", "EPERM"]);
const NAME_REFUSED: ReadonlySet<string> = new Set(["EINVAL", "ENAMETOOLONG", "EILSEQ"]);

/**
 * What an error of the file system says about the stick. A stick that is pulled can answer with any of them.
 * `neededBytes`: what was to be written, for a stick that is full; `name`: what was to be made, for one that takes no such.
 */
export function stickFault(error: unknown, neededBytes = 0, name: string | null = null): Problem {
  if (error instanceof StickError) return error.problem;
  const errno = errnoOf(error);
  if (errno === null) return { code: "unexpected", detail: error instanceof Error ? error.message : String(error) };
  if (GONE.has(errno)) return { code: "stick-gone" };
  if (FULL.has(errno)) return { code: "stick-full", neededBytes, freeBytes: 0 };
  if (errno === "EROFS") return { code: "stick-read-only" };
  if (FORBIDDEN.has(errno)) return { code: "stick-no-permission" };
  if (name !== null && NAME_REFUSED.has(errno)) return { code: "stick-name-refused", file: name };
  return { code: "stick-io-error", detail: errno };
}
