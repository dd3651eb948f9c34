import * as v from "valibot";
import { type ProxyQuestion, SignInIdSchema } from "../../core/network/proxy-question.ts";
import { type ReachFindings, reachReport } from "../../core/network/reach.ts";
import type { Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { Reach } from "../../renderer/use-reach.ts";
import type { GalleryState } from "./gallery-state.ts";

/** The states of the trip that the network states are shown with. */
interface FetchStages {
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

const reached = (found: Partial<ReachFindings>): { reach: Reach } => ({
  reach: {
    type: "done",
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
const failed = (problem: Problem, found: Partial<ReachFindings> = {}) => reached({ ...found, outcome: err(problem) });
const PROXY = { proxy: "PROXY proxy.plant-4.example:3128", addresses: [] };

/** The proxy's sign-in and the check whether ALAS is reachable. */
export const networkStates = ({ waiting, review, running }: FetchStages): Readonly<Record<string, GalleryState>> => ({
  "sign-in-asked": { ...running, network: { question } },
  "sign-in-not-accepted": { ...running, network: { question: { ...question, again: true, triesLeft: 2 } } },
  "sign-in-domain": { ...waiting, network: { question: ntlm } },
  "reach-running": { ...waiting, network: { reach: { type: "checking" } } },
  "reach-good": { ...review, network: reached({}) },
  "reach-good-by-proxy": { ...waiting, network: reached(PROXY) },
  "reach-redirected": {
    ...waiting,
    network: reached({ outcome: ok({ status: 302, redirect: "https://login.plant-4.example/welcome" }) }),
  },
  "reach-no-name": {
    ...waiting,
    network: failed({ code: "net-name-not-found", host: "alas.stratus.com" }, { addresses: [] }),
  },
  "reach-refused": { ...review, network: failed({ code: "net-refused" }) },
  "reach-tls": { ...waiting, network: failed({ code: "tls-wrong-host" }) },
  "reach-proxy-dead": { ...waiting, network: failed({ code: "proxy-unreachable" }, PROXY) },
});
