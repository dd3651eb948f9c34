import type { ReachDetail, ReachState, ReachStepName } from "../../network/reach.ts";
import type { ProblemCode } from "../../problem.ts";
import type { TextFor, Translation } from "../translation.ts";
import { untrusted } from "../untrusted.ts";

const signIn = {
  title: "Sign in to the proxy",
  lead: "This network allows access to ALAS only after a sign-in to its proxy. ALAS has not been contacted yet.",
  proxy: "Proxy",
  /** The proxy's own words about itself. */
  realm: "Its description",
  name: "User name",
  password: "Password",
  notAccepted: "The proxy did not accept this, or does not allow this user.",
  triesLeft: (tries: number) =>
    `${tries === 1 ? "This is the last try" : `${tries} tries are left`}: too many wrong ones may lock your account.`,
  kept: "Kept in memory until Keyferry is closed, and given to this proxy only.",
  /** How the password goes to the proxy (RFC 7617, and the others). */
  way: {
    basic: "The password goes to this proxy unencrypted (Basic): anyone on the way who can listen can read it.",
    other: "The password is not sent in readable form. For a Windows domain, type the name as DOMAIN\\name.",
  },
  signIn: "Sign in",
  cancel: "Do not sign in",
};

const CHECK_AGAIN = "Then check again.";
const ASK_ADMIN = "Ask the network administrator to allow alas.stratus.com, port 443.";

const reach = {
  question: "Can this computer reach ALAS?",
  check: "Check the connection to ALAS",
  checkAgain: "Check again",
  checking: "Checking the connection to ALAS…",
  /** Why the check uses no activation. */
  costsNothing:
    "This uses no activation. Only the header of the server's first page is requested; neither the asset ID nor anything else of a request is sent.",
  reached: "This computer can reach ALAS.",
  /** There was an answer, but one that points to another place. */
  elsewhere: "The server answers, but redirects to another address: see the last step.",
  notReached: (step: string) => `This computer cannot reach ALAS. What fails: ${step}.`,
  steps: {
    proxy: "Proxy",
    name: "Name lookup (DNS)",
    connection: "Connection",
    tls: "Proof of identity (TLS)",
    answer: "Answer",
  } satisfies TextFor<ReachStepName>,
  states: {
    ok: "OK",
    care: "check this",
    failed: "failed",
    open: "not checked",
    left: "not needed",
  } satisfies TextFor<ReachState>,
  detail: (detail: ReachDetail) => {
    switch (detail.type) {
      case "direct":
        return "None: this computer is set to connect directly.";
      case "proxies":
        return `This computer is set to use ${untrusted(detail.proxies.join(", "))}${detail.orDirect ? ", or to connect directly where that does not answer" : ""}.`;
      case "addresses":
        return `Found: ${untrusted(detail.addresses.join(", "))}`;
      case "left-to-proxy":
        return "The proxy looks up the name.";
      case "status":
        return `ALAS answered (HTTP status ${detail.status}). Any status is good here.`;
      case "redirect":
        return `The server answered, and redirected to ${untrusted(detail.to)}. Keyferry did not follow it. If that is a sign-in page of your network, open any page in a browser and sign in before you fetch.`;
    }
  },
  /** What to do where nothing has been fetched yet: instead of a remedy that speaks of a fetch. */
  remedies: {
    "net-name-not-found": `Check that this is Computer A, the one with internet, and that its browser opens other pages. ${CHECK_AGAIN}`,
    "net-offline": `Connect this computer to the internet. ${CHECK_AGAIN}`,
    "net-refused": `A firewall may block port 443. ${ASK_ADMIN} ${CHECK_AGAIN}`,
    "net-unreachable": `Check the internet connection. If the browser opens other pages, a firewall may be blocking the connection. ${ASK_ADMIN} ${CHECK_AGAIN}`,
    "net-reset": `A firewall may be cutting the connection. ${ASK_ADMIN} ${CHECK_AGAIN}`,
    "net-time-out": `A firewall may be blocking the connection without an answer. ${ASK_ADMIN} ${CHECK_AGAIN}`,
    "net-failed": `Check that the browser opens other pages. If it does, tell the network administrator about this error. ${CHECK_AGAIN}`,
    "net-not-http": `Something between this computer and ALAS answered. Tell the network administrator about this error. ${CHECK_AGAIN}`,
    "tls-untrusted": `A sign-in page of the network may be in the way: open any page in a browser and sign in. If your company inspects encrypted traffic, have its certificate installed on this computer, or have alas.stratus.com exempted. ${CHECK_AGAIN}`,
    "tls-wrong-host": `A sign-in page of the network may be in the way: open any page in a browser and sign in. ${CHECK_AGAIN}`,
    "proxy-unreachable": `Check the proxy in this computer's network settings. What the browser can open, Keyferry can, too. ${CHECK_AGAIN}`,
    "proxy-sign-in":
      "Check again and type the user name and password for this network's proxy, or ask the network administrator for them.",
  } satisfies Partial<TextFor<ProblemCode>>,
};

export const network = { signIn, reach };

export type NetworkTexts = Translation<typeof network>;
