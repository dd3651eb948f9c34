import { DEFAULT_HOSTS } from "./activation-url.ts";

/** The host of a vetted URL, in lower case. */
export const hostOfUrl = (url: string): string => (/^https:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? "").toLowerCase();

/** The host as it has to be named to people; null for the vendor's own. */
export const unusualHost = (host: string | null): string | null =>
  host === null || DEFAULT_HOSTS.includes(host) ? null : host;
