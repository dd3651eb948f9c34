// @ts-check
import { generate } from "selfsigned";

/**
 * @typedef {object} Certificates
 * @property {string} ca certificate of an authority made for this one call, PEM; its key is thrown away
 * @property {string} key private key of the server, PEM
 * @property {string} cert certificate of the server, PEM
 */

/**
 * @typedef {object} CertificateOptions
 * @property {string} [hostname] the name that the certificate is for
 * @property {Date} [notBefore]
 * @property {Date} [notAfter] in the past for an expired certificate
 */

const HOUR = 3_600_000; // ms
const COMMON = /** @type {const} */ ({ keyType: "ec", curve: "P-256", algorithm: "sha256" });

/**
 * Makes a certificate authority and, signed by it, a server certificate: alas.stratus.com, valid for a day, unless
 * told otherwise. For tests, the demo and practice: nothing trusts the authority until it is told to.
 *
 * @param {CertificateOptions} [options]
 * @returns {Promise<Certificates>}
 */
export async function issueCertificates(options = {}) {
  const { hostname = "alas.stratus.com" } = options;
  const now = Date.now();
  // An hour back: clocks of virtual machines and of the computer that runs them differ.
  const notBeforeDate = options.notBefore ?? new Date(Math.min(now, options.notAfter?.getTime() ?? now) - HOUR);
  const notAfterDate = options.notAfter ?? new Date(notBeforeDate.getTime() + 25 * HOUR);
  // The authority is valid whenever the server's certificate is not meant to be: so exactly one thing is wrong in a test.
  const authority = await generate([{ name: "commonName", value: "Keyferry practice authority" }], {
    ...COMMON,
    notBeforeDate: new Date(Math.min(now - HOUR, notBeforeDate.getTime())),
    notAfterDate: new Date(Math.max(now + 24 * HOUR, notAfterDate.getTime())),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: "commonName", value: hostname }], {
    ...COMMON,
    notBeforeDate,
    notAfterDate,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: hostname }] },
    ],
  });
  return { ca: authority.cert, key: server.private, cert: server.cert };
}
