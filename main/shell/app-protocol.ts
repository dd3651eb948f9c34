import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { CustomScheme, Protocol } from "electron";

/** The window's only origin. A custom scheme, because a page of file:// could read every file of the computer. */
export const APP_SCHEME = "app";
export const APP_HOST = "keyferry";
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

export const appScheme: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, codeCache: true },
};

/** Allows only the app's own files, and no connection. Trusted types refuse script that is written into the page. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * Returns the file below `root` for an address of the app; null when it must not be served. Decodes before it compares, since
 * `..%2f` leads to the parent folder as well. Compares scheme and host, since the origin of a custom scheme is "null".
 */
export function fileOf(root: string, address: string): string | null {
  let url: URL;
  let path: string;
  try {
    url = new URL(address);
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST || path.includes("\0") || path.includes("\\")) {
    return null;
  }
  const file = join(root, path);
  return file.startsWith(root + sep) && types[extname(file)] !== undefined ? file : null;
}

/** Whether an address is one of the app's own pages, to check the sender of a message. */
export const isAppAddress = (address: string): boolean => address.startsWith(`${APP_SCHEME}://${APP_HOST}/`);

/** Serves the built window from `root`, with the content security policy as a header of each response. */
export function serveApp(protocol: Protocol, root: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === "GET" ? fileOf(root, request.url) : null;
    if (!file) return notFound();
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          "content-type": types[extname(file)] ?? "",
          "content-security-policy": contentSecurityPolicy,
          "x-content-type-options": "nosniff",
          "cross-origin-opener-policy": "same-origin",
        },
      });
    } catch {
      return notFound();
    }
  });
}

const notFound = () => new Response(null, { status: 404 });
