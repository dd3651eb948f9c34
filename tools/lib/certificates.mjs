// @ts-check
import { generate } from "selfsigned";

/**
 * @typedef {object} Certificates
 * @property {string} ca certificate of an authority that only this call uses, PEM; its key is discarded
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
 * Makes a certificate authority and a server certificate that it signs. The default is alas.stratus.com, valid for a day.
 * For tests, the demo and practice: no program trusts the authority until a test adds it.
 *
 * @param {CertificateOptions} [options]
 * @returns {Promise<Certificates>}
 */
export async function issueCertificates(options = {}) {
  const { hostname = "alas.stratus.com" } = options;
  const now = Date.now();
  // Valid since an hour ago, because the clocks of a virtual machine and its host differ.
  const notBeforeDate = options.notBefore ?? new Date(Math.min(now, options.notAfter?.getTime() ?? now) - HOUR);
  const notAfterDate = options.notAfter ?? new Date(notBeforeDate.getTime() + 25 * HOUR);
  // The authority stays valid even if the server's certificate is expired, so that a test has exactly one fault.
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
