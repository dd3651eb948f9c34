import { createHash } from "node:crypto";
import type { Fingerprint } from "../../core/stick/folder-entry.ts";

/** Size in bytes and SHA-256 in lower-case hex. */
export const fingerprintOf = (bytes: Uint8Array): Fingerprint => ({
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});
