import { type Channel, channels } from "../../core/ipc.ts";
import type { SitePolicy } from "../../core/policy/site-policy.ts";
import type { Outcome } from "../../core/problem.ts";
import type { Handlers } from "./ipc.ts";

// These neither read or write a stick's requests nor contact a server.
const ALLOWED_WITHOUT_POLICY: ReadonlySet<Channel> = new Set([
  "app.start",
  "settings.change",
  "stick.whyReadOnly",
  "stick.mount",
  "stick.eject",
  "text.copy",
] satisfies readonly Channel[]);

/**
 * Blocks the handlers while the site's policy cannot be read, since its rules are unknown. Lists the allowed calls, so that a
 * new call is blocked by default.
 */
export function requireReadablePolicy(handlers: Handlers, policy: Outcome<SitePolicy>): Handlers {
  if (policy.ok) return handlers;
  const blocked = channels
    .filter((channel) => !ALLOWED_WITHOUT_POLICY.has(channel))
    .map((channel) => [channel, async () => policy]);
  return { ...handlers, ...(Object.fromEntries(blocked) as Partial<Handlers>) }; // every channel may answer with a problem
}
