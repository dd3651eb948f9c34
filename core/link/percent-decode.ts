const ESCAPES = /(?:%[0-9a-f]{2})+/gi;

/**
 * Percent-decodes UTF-8 (RFC 3986, 2.1) and never fails: an escape that is cut off, or bytes that are no UTF-8, stay as
 * they are written, so that a person still recognises them.
 */
export function percentDecode(text: string): string {
  return text.replace(ESCAPES, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
