import { createHmac } from "node:crypto";

const PATH = "/alas/activate";
const SIGNATURE = "&sig=";

/**
 * Returns the URL of the practice console's link. The format is invented, since no real one is public. It has what a real one
 * may have: parameters whose order matters, escapes, and a signature over everything before it.
 */
export function practiceActivationUrl(assetId: string): string {
  const signed = `${PATH}?product=everrun&release=everRun%207.9.1.0-401&siteid=${encodeURIComponent(assetId)}&nodes=2`;
  return `https://alas.stratus.com${signed}${SIGNATURE}${signatureOf(signed)}`;
}

/**
 * Whether a request target (path and query) is byte for byte one of the practice console's. Accepts targets without this path
 * or signature: tests write them by hand.
 */
export function arrivedUnchanged(target: string): boolean {
  const at = target.indexOf(SIGNATURE);
  if (at < 0 || !target.startsWith(`${PATH}?`)) return true;
  return target.slice(at + SIGNATURE.length) === signatureOf(target.slice(0, at));
}

// "+" is escaped and "=" is not, so that any decoding or re-encoding on the way changes one of them.
function signatureOf(signed: string): string {
  const code = createHmac("sha256", "practice").update(signed).digest("base64");
  return `v1+${code}`.replaceAll("+", "%2B").replaceAll("/", "%2F");
}
