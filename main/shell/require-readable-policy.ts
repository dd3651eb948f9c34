import { type Channel, channels } from "../../core/ipc.ts";
import type { SitePolicy } from "../../core/policy/site-policy.ts";
import type { Outcome } from "../../core/problem.ts";
import type { Handlers } from "./ipc.ts";

// What goes on all the same: nothing of it reads or writes a stick's requests, or asks a server.
const ALLOWED_WITHOUT_POLICY: ReadonlySet<Channel> = new Set([
  "app.start",
  "settings.change",
  "stick.whyReadOnly",
  "stick.mount",
  "stick.eject",
  "text.copy",
] satisfies readonly Channel[]);

/**
 * The handlers, shut while the site's policy cannot be read: what it would forbid is not known. The few that are harmless
 * are named, so that a new call is shut until somebody has thought about it.
 */
export function requireReadablePolicy(handlers: Handlers, policy: Outcome<SitePolicy>): Handlers {
  if (policy.ok) return handlers;
  const blocked = channels
    .filter((channel) => !ALLOWED_WITHOUT_POLICY.has(channel))
    .map((channel) => [channel, async () => policy]);
  return { ...handlers, ...(Object.fromEntries(blocked) as Partial<Handlers>) }; // a problem is an answer of every channel
}
