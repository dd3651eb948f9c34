// @ts-check
import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Makes Chromium on Linux trust a certificate authority, for one home folder only. Chromium reads `<home>/.pki/nssdb` when
 * it is started with that folder as `HOME`. Needs `certutil` (Debian: libnss3-tools).
 *
 * @param {string} home a folder of the test's own, never the user's
 * @param {string} caPem the authority's certificate
 * @returns {Promise<void>}
 */
export async function trustCertificate(home, caPem) {
  const folder = join(home, ".pki", "nssdb");
  const store = `sql:${folder}`;
  await mkdir(folder, { recursive: true });
  if (!(await isThere(join(folder, "cert9.db")))) await run("certutil", ["-d", store, "-N", "--empty-password"]);
  const scratch = await mkdtemp(join(tmpdir(), "keyferry-ca-"));
  try {
    const file = join(scratch, "ca.pem");
    await writeFile(file, caPem);
    // Trusted to issue for TLS servers, and for nothing else.
    await run("certutil", ["-d", store, "-A", "-t", "C,,", "-n", "Keyferry practice authority", "-i", file]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {string} path */
async function isThere(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
