import type { Problem } from "../../core/problem.ts";
import { errnoOf } from "../lib/errno.ts";

/** Carries a problem through code that throws the file system's errors. */
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
 * Returns the problem behind an error of the file system. A stick that is pulled can cause any of these errors.
 * `neededBytes`: the bytes to write, for `stick-full`; `name`: the file to create, for `stick-name-refused`.
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
