import { DEFAULT_HOSTS } from "./activation-url.ts";

/** Returns the host of a vetted URL, in lower case. */
export const hostOfUrl = (url: string): string => (/^https:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? "").toLowerCase();

/** Returns the host if the technician must see it; null for the vendor's own. */
export const unusualHost = (host: string | null): string | null =>
  host === null || DEFAULT_HOSTS.includes(host) ? null : host;
