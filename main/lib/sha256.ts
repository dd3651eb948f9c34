import { createHash } from "node:crypto";

/** Size in bytes and SHA-256 in lower-case hex. */
export const fingerprintOf = (bytes: Uint8Array): { readonly bytes: number; readonly sha256: string } => ({
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});
