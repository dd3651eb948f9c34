import type { ServerOptions } from "node:https";
import type { SecureVersion } from "node:tls";
import { generate } from "selfsigned";
import type { ProblemCode } from "../../../core/problem.ts";
import { issueCertificates } from "../../../tools/lib/certificates.mjs";
import type { Scene } from "../fault.ts";
import { type Play, startFaultServer } from "../fault-server.ts";
import { answer, attachment } from "../plays.ts";
import { revokedCertificate } from "../revoked-certificate.ts";
import { leadTo, newWorld } from "../world.ts";

const DAY = 24 * 3_600_000; // ms
const key: Play = answer(attachment());

/** A server's TLS, and whom its user trusts. */
interface Secured {
  readonly tls: ServerOptions;
  readonly trusted: readonly string[];
  /** The authority's word that the certificate was revoked, stapled to the handshake (RFC 6066). */
  readonly revocation?: Buffer;
}

type Secure = () => Promise<Secured>;

const issued =
  (options: Parameters<typeof issueCertificates>[0], trusted = true): Secure =>
  async () => {
    const { ca, key, cert } = await issueCertificates(options);
    return { tls: { key, cert }, trusted: trusted ? [ca] : [] };
  };

/** Speaks nothing newer. Node's library speaks these old versions only where its own policy is lowered. */
const only =
  (version: SecureVersion): Secure =>
  async () => {
    const { tls, trusted } = await issued({})();
    return { tls: { ...tls, minVersion: version, maxVersion: version, ciphers: "DEFAULT@SECLEVEL=0" }, trusted };
  };

const selfSigned: Secure = async () => {
  const name = "alas.stratus.com";
  const { private: key, cert } = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: name }] }],
  });
  return { tls: { key, cert }, trusted: [] };
};

const revoked: Secure = async () => {
  const { ca, key, cert, revocation } = await revokedCertificate();
  return { tls: { key, cert }, trusted: [ca], revocation };
};

/** A server that cannot prove who it is is told nothing: each of these sees no request. */
const faults: readonly (readonly [string, Secure, ProblemCode])[] = [
  ["TLS: expired", issued({ notAfter: new Date(Date.now() - DAY) }), "tls-expired"],
  ["TLS: not valid yet", issued({ notBefore: new Date(Date.now() + DAY) }), "tls-expired"],
  ["TLS: self-signed", selfSigned, "tls-untrusted"],
  ["TLS: wrong host", issued({ hostname: "proxy.example" }), "tls-wrong-host"],
  ["TLS: wrong host, a name above it", issued({ hostname: "stratus.com" }), "tls-wrong-host"],
  ["TLS: unknown issuer", issued({}, false), "tls-untrusted"],
  ["TLS: 1.0 and nothing newer", only("TLSv1"), "tls-outdated"],
  ["TLS: 1.1 and nothing newer", only("TLSv1.1"), "tls-outdated"],
  ["TLS: revoked, stapled", revoked, "tls-revoked"],
];

export const certificates: readonly Scene[] = faults.map(([name, secure, failed]) => ({
  title: name,
  faults: [{ name, shows: { failed, exit: 4 }, requests: 0 }],
  open: async () => {
    const { tls, trusted, revocation } = await secure();
    const world = await newWorld(...trusted);
    const server = await startFaultServer(tls, () => key, revocation);
    return {
      place: world.place(leadTo(server.port)),
      asked: () => server.asked,
      close: async () => void (await Promise.all([server.close(), world.close()])),
    };
  },
}));
