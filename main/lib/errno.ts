/** The errno name of an error of the file system, such as "ENOSPC"; null for any other error, Node's own included. */
export function errnoOf(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && /^(E[A-Z0-9]+|UNKNOWN)$/.test(code) ? code : null;
}
