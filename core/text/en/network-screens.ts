import type { NetworkTexts, ReachTexts, SignInTexts } from "../network-texts.ts";
import { untrusted } from "../untrusted.ts";

const signIn: SignInTexts = {
  title: "The proxy asks who you are",
  lead: "This network lets nobody reach ALAS without signing in at its proxy. ALAS has not been asked yet.",
  proxy: "Proxy",
  realm: "It calls itself",
  name: "User name",
  password: "Password",
  notAccepted: "The proxy did not accept that, or does not let this user pass.",
  triesLeft: (tries) =>
    `${tries === 1 ? "This is the last try" : `${tries} tries are left`}: too many wrong ones may lock your account.`,
  kept: "Kept in memory until Keyferry is closed, and given to this proxy only.",
  way: {
    basic:
      "This proxy takes the password unencrypted (Basic): whoever can listen between here and the proxy can read it.",
    other: "The password is not sent in readable form. For a Windows domain, type the name as DOMAIN\\name.",
  },
  signIn: "Sign in",
  cancel: "Do not sign in",
};

const CHECK_AGAIN = "Then check again.";
const ASK_ADMIN = "Ask the network's administrator to let alas.stratus.com, port 443, pass.";

const reach: ReachTexts = {
  question: "Can this computer reach ALAS?",
  check: "Check the way to ALAS",
  checkAgain: "Check again",
  checking: "The way to ALAS is being checked…",
  costsNothing:
    "This uses no activation: only the head of the server's first page is asked for, without an asset ID or anything else of a request, so there is nothing that ALAS could count.",
  reached: "This computer can reach ALAS.",
  elsewhere: "A server answers, but it points to another place: see the last step.",
  notReached: (step) => `This computer cannot reach ALAS. It fails at: ${step}.`,
  steps: {
    proxy: "Proxy",
    name: "Name",
    connection: "Connection",
    tls: "Proof of identity (TLS)",
    answer: "Answer",
  },
  states: { ok: "in order", care: "to be looked at", failed: "failed", open: "not checked", left: "not asked here" },
  detail: (detail) => {
    switch (detail.is) {
      case "direct":
        return "None: the system's settings say that ALAS is reached directly.";
      case "proxies":
        return `The system's settings name ${untrusted(detail.proxies.join(", "))}${detail.orDirect ? ", and no proxy where that does not answer" : ""}.`;
      case "addresses":
        return `Found: ${untrusted(detail.addresses.join(", "))}`;
      case "left-to-proxy":
        return "Finding the name is left to the proxy.";
      case "status":
        return `ALAS answered (HTTP status ${detail.status}). Any status is good here.`;
      case "redirect":
        return `The server answered, and pointed to ${untrusted(detail.to)}, which was not followed. If that is a sign-in page of your network, open any page in a browser and sign in before you fetch.`;
    }
  },
  remedies: {
    "net-name-not-found": `Check that this is Computer A, the one with internet, and that its browser opens other pages. ${CHECK_AGAIN}`,
    "net-offline": `Connect this computer to the internet. ${CHECK_AGAIN}`,
    "net-refused": `A firewall may block port 443. ${ASK_ADMIN} ${CHECK_AGAIN}`,
    "net-unreachable": `Check the internet connection. If the browser opens other pages, a firewall may be in the way. ${ASK_ADMIN} ${CHECK_AGAIN}`,
    "net-reset": `A firewall may cut connections that it does not know. ${ASK_ADMIN} ${CHECK_AGAIN}`,
    "net-time-out": `A firewall may swallow the connection without a word. ${ASK_ADMIN} ${CHECK_AGAIN}`,
    "net-failed": `Check that the browser opens other pages. If it does, tell the network's administrator this error. ${CHECK_AGAIN}`,
    "net-not-http": `Something stands between here and ALAS. Tell the network's administrator this error. ${CHECK_AGAIN}`,
    "tls-untrusted": `A sign-in page of the network may stand in between: open any page in a browser and sign in. If your company inspects encrypted traffic, have its certificate installed on this computer, or have alas.stratus.com exempted. ${CHECK_AGAIN}`,
    "tls-wrong-host": `A sign-in page of the network may stand in between: open any page in a browser and sign in. ${CHECK_AGAIN}`,
    "proxy-unreachable": `Check the proxy in the system's network settings: what the browser can open, Keyferry can too. ${CHECK_AGAIN}`,
    "proxy-sign-in":
      "Check again and type the name and the password that this network's proxy knows, or ask the network's administrator for them.",
  },
};

export const network: NetworkTexts = { signIn, reach };
