import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../tools/lib/run.mjs";

/** A server's certificate whose authority has taken it back, and the authority's word for it (OCSP, RFC 6960, DER). */
export interface RevokedCertificate {
  readonly ca: string; // PEM
  readonly key: string; // PEM
  readonly cert: string; // PEM
  readonly revocation: Buffer;
}

const SERVER = `basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
subjectAltName=DNS:alas.stratus.com
`;
const REVOKED_AT = "261101000000Z";
const EXPIRES_AT = "491231000000Z";

/** Has OpenSSL make one. The certificate is good in every other way. */
export async function revokedCertificate(): Promise<RevokedCertificate> {
  const folder = await mkdtemp(join(tmpdir(), "keyferry-revoked-"));
  const file = (name: string): string => join(folder, name);
  const openssl = async (command: string, ...args: readonly string[]): Promise<void> => {
    const { code, output } = await run("openssl", [...command.split(" "), ...args]);
    if (code !== 0) throw new Error(`openssl ${command}:\n${output}`);
  };
  const newKey = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
  try {
    const authority = ["-keyout", file("ca.key"), "-out", file("ca.pem"), "-subj", "/CN=Keyferry practice authority"];
    await openssl(`req -x509 -days 2 ${newKey}`, ...authority);
    await openssl(
      `req ${newKey}`,
      "-keyout",
      file("key.pem"),
      "-out",
      file("csr.pem"),
      "-subj",
      "/CN=alas.stratus.com",
    );
    await writeFile(file("extensions"), SERVER);
    const signing = ["-CA", file("ca.pem"), "-CAkey", file("ca.key"), "-extfile", file("extensions")];
    await openssl("x509 -req -days 1 -set_serial 4097", "-in", file("csr.pem"), "-out", file("cert.pem"), ...signing);
    // The authority's own list: state, expiry, revocation with its reason, serial number, file, subject.
    await writeFile(
      file("index"),
      `R\t${EXPIRES_AT}\t${REVOKED_AT},keyCompromise\t1001\tunknown\t/CN=alas.stratus.com\n`,
    );
    const signer = [
      "-index",
      file("index"),
      "-CA",
      file("ca.pem"),
      "-rsigner",
      file("ca.pem"),
      "-rkey",
      file("ca.key"),
    ];
    await openssl("ocsp -no_nonce", "-issuer", file("ca.pem"), "-cert", file("cert.pem"), "-reqout", file("request"));
    await openssl("ocsp -ndays 1", ...signer, "-reqin", file("request"), "-respout", file("response"));
    const [ca, key, cert] = await Promise.all(
      ["ca.pem", "key.pem", "cert.pem"].map((name) => readFile(file(name), "utf8")),
    );
    return { ca: ca ?? "", key: key ?? "", cert: cert ?? "", revocation: await readFile(file("response")) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
