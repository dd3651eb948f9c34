import { textOf, utf8 } from "./rough-text.ts";

// One parameter: a name, and a value in quotes (which may hold ";", and whose end may be missing) or up to the next ";".
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.?)*)"?|([^;]*))/gsu;

/**
 * The file name in a Content-Disposition header, as the server proposes it, or null. Read as RFC 6266 says: `filename*`
 * (RFC 5987: UTF-8 or ISO-8859-1) wins over `filename`, and where it is broken `filename` stands in. Tolerant of what
 * servers send: no disposition type, blanks in a bare name, a lost quote, a Windows path. Not safe for use as a name yet.
 */
export function dispositionFileName(header: string | null): string | null {
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, bare = ""] of `;${header ?? ""}`.matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted === undefined ? bare.trim() : unquote(quoted));
  }
  const proposed = extendedValue(parameters.get("filename*")) ?? parameters.get("filename") ?? "";
  return proposed.trim() === "" ? null : proposed;
}

// Only what must be escaped is unescaped: a lone "\" separates a Windows path, as browsers read it too.
const unquote = (quoted: string): string => quoted.replace(/\\(["\\])/g, "$1");

function extendedValue(value: string | undefined): string | null {
  const [, charset = "", encoded = ""] = /^([\w-]+)'[^']*'((?:[^%]|%[0-9a-f]{2})+)$/iu.exec(value ?? "") ?? [];
  if (/[^\0-\x7f]/.test(encoded)) return null;
  const octets = [...encoded.matchAll(/%([0-9a-f]{2})|[^%]/gi)].map(([whole, hex]) =>
    hex === undefined ? whole.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  switch (charset.toLowerCase()) {
    case "utf-8":
    case "utf8": // no registered name, but servers write it, and browsers take it
      return utf8(Uint8Array.from(octets));
    case "iso-8859-1":
      return textOf(Uint8Array.from(octets));
    default:
      return null;
  }
}
