import type { Fault, Scene } from "../fault.ts";
import { openServer } from "../good-server.ts";
import { answers } from "./answers.ts";
import { certificates } from "./certificates.ts";
import { broken, redirects, slow, statuses } from "./connections.ts";
import { keys } from "./keys.ts";
import { networks } from "./networks.ts";
import { nginx } from "./nginx.ts";
import { proxies } from "./proxies.ts";
import { refusals } from "./refusals.ts";
import { switches } from "./switches.ts";

const served = (title: string, faults: readonly Fault[]): Scene => ({
  title,
  faults,
  open: (some) => openServer(some),
});

/** All that is played, the longest first. */
export const scenes: readonly Scene[] = [
  served("slow", slow),
  served("answer", answers),
  served("key", keys),
  served("refusal", refusals),
  served("connection", broken),
  served("redirect", redirects),
  served("status", statuses),
  nginx,
  ...proxies,
  ...networks,
  ...certificates,
  ...switches,
];
