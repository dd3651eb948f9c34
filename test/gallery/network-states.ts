import * as v from "valibot";
import { type ProxyQuestion, SignInIdSchema } from "../../core/network/proxy-question.ts";
import { type ReachFindings, reachReport } from "../../core/network/reach.ts";
import type { Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { Reach } from "../../renderer/use-reach.ts";
import type { GalleryState } from "./gallery-state.ts";

/** The steps of the trip at which these states are seen. */
interface Places {
  readonly waiting: GalleryState;
  readonly review: GalleryState;
  readonly running: GalleryState;
}

const question: ProxyQuestion = {
  id: v.parse(SignInIdSchema, "s-0123456789abcdef"),
  host: "proxy.plant-4.example",
  port: 3128,
  realm: "Plant 4 internet access",
  scheme: "basic",
  again: false,
  triesLeft: 3,
};
const ntlm: ProxyQuestion = { ...question, host: "10.20.0.8", port: 8080, realm: "", scheme: "other" };

const told = (found: Partial<ReachFindings>): { reach: Reach } => ({
  reach: {
    type: "told",
    outcome: ok(
      reachReport({
        host: "alas.stratus.com",
        proxy: "DIRECT",
        addresses: ["192.0.2.10", "2001:db8::10"],
        outcome: ok({ status: 200, redirect: null }),
        ...found,
      }),
    ),
  },
});
const broken = (problem: Problem, found: Partial<ReachFindings> = {}) => told({ ...found, outcome: err(problem) });
const PROXY = { proxy: "PROXY proxy.plant-4.example:3128", addresses: [] };

/** What the window shows of the way to ALAS. */
export const networkStates = ({ waiting, review, running }: Places): Readonly<Record<string, GalleryState>> => ({
  "sign-in-asked": { ...running, beside: { question } },
  "sign-in-not-accepted": { ...running, beside: { question: { ...question, again: true, triesLeft: 2 } } },
  "sign-in-domain": { ...waiting, beside: { question: ntlm } },
  "reach-running": { ...waiting, beside: { reach: { type: "asking" } } },
  "reach-good": { ...review, beside: told({}) },
  "reach-good-by-proxy": { ...waiting, beside: told(PROXY) },
  "reach-redirected": {
    ...waiting,
    beside: told({ outcome: ok({ status: 302, redirect: "https://login.plant-4.example/welcome" }) }),
  },
  "reach-no-name": {
    ...waiting,
    beside: broken({ code: "net-name-not-found", host: "alas.stratus.com" }, { addresses: [] }),
  },
  "reach-refused": { ...review, beside: broken({ code: "net-refused" }) },
  "reach-tls": { ...waiting, beside: broken({ code: "tls-wrong-host" }) },
  "reach-proxy-dead": { ...waiting, beside: broken({ code: "proxy-unreachable" }, PROXY) },
});
