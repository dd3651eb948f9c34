import { createHmac } from "node:crypto";

const PATH = "/alas/activate";
const SIGNATURE = "&sig=";

/**
 * The address behind the practice console's link. Ours, since no real one is public; it has what a real one may have:
 * parameters in an order that counts, escapes, and a signature over all that stands before it.
 */
export function practiceActivationUrl(assetId: string): string {
  const signed = `${PATH}?product=everrun&release=everRun%207.9.1.0-401&siteid=${encodeURIComponent(assetId)}&nodes=2`;
  return `https://alas.stratus.com${signed}${SIGNATURE}${signatureOf(signed)}`;
}

/**
 * Whether a request target (path and query) is, byte for byte, one that the practice console gave.
 * Targets without our path or signature were written by hand, for a test, and are taken as they are.
 */
export function arrivedUnchanged(target: string): boolean {
  const at = target.indexOf(SIGNATURE);
  if (at < 0 || !target.startsWith(`${PATH}?`)) return true;
  return target.slice(at + SIGNATURE.length) === signatureOf(target.slice(0, at));
}

// "+" stands escaped and "=" does not: a program that decodes or re-encodes on the way spoils one of them.
function signatureOf(signed: string): string {
  const code = createHmac("sha256", "practice").update(signed).digest("base64");
  return `v1+${code}`.replaceAll("+", "%2B").replaceAll("/", "%2F");
}
