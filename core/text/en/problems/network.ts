import type { NetworkProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";

// Only ALAS knows whether it counted a request whose answer never came.
const MAY_HAVE_COUNTED = "This fetch may have used an activation. Look for the cause first, then fetch once more.";
const CLOCK = "Check the date and time of this computer first";

export const networkProblems: TextsOf<NetworkProblem> = {
  "net-name-not-found": ({ host }) =>
    say(
      `This network does not know the name ${untrusted(host)}.`,
      "Check that this is Computer A, the one with internet, and that its browser opens other pages. Then fetch again.",
    ),
  "net-offline": () =>
    say("This computer is not connected to a network.", "Connect it to the internet and fetch again."),
  "net-refused": () =>
    say(
      "The connection to ALAS was refused.",
      "A firewall may block port 443: ask the network administrator to allow alas.stratus.com. Then fetch again.",
    ),
  "net-unreachable": () =>
    say(
      "ALAS cannot be reached from this network.",
      "Check the internet connection, and that the firewall allows alas.stratus.com, port 443. Then fetch again.",
    ),
  "net-reset": () => say("The connection to ALAS was cut before an answer came.", MAY_HAVE_COUNTED),
  "net-time-out": ({ ms }) =>
    say(`ALAS did not answer in full within ${Math.round(ms / 1000)} seconds.`, MAY_HAVE_COUNTED),
  "net-failed": ({ detail }) => say(`The connection to ALAS failed (${untrusted(detail)}).`, MAY_HAVE_COUNTED),
  "tls-untrusted": () =>
    say(
      "The server's certificate is not trusted, so it may not be ALAS. Nothing was sent to it.",
      "If your company inspects encrypted traffic, have its certificate installed on this computer, or have alas.stratus.com exempted.",
    ),
  "tls-expired": () =>
    say(
      "The server's certificate is not valid today. Nothing was sent to it.",
      `${CLOCK}. If they are right, the fault is at the server: try again later.`,
    ),
  "tls-wrong-host": () =>
    say(
      "The server's certificate is not for alas.stratus.com. Nothing was sent to it.",
      "A sign-in page of the network may be in the way: open any page in a browser, sign in, and fetch again.",
    ),
  "tls-revoked": () =>
    say(
      "The server's certificate was revoked by its issuer, so it may not be ALAS. Nothing was sent to it.",
      "The fault is at the server: call your service representative, and fetch again once it is fixed.",
    ),
  "tls-outdated": () =>
    say(
      "The server offers only outdated encryption (TLS 1.1 or older, or weak ciphers). Nothing was sent to it.",
      "ALAS itself uses newer encryption: ask the network administrator whether a proxy or a firewall on the way re-encrypts the traffic.",
    ),
  "tls-failed": ({ detail }) =>
    say(
      `No secure connection to ALAS could be made (${untrusted(detail)}).`,
      `${CLOCK}, then ask the network administrator whether something between this computer and ALAS changes encrypted traffic.`,
    ),
  "tls-switched-off": ({ option }) =>
    say(
      `The app was started with ${untrusted(option)}, which could give the activation link or the connection to ALAS away. Nothing was sent.`,
      "Start it without that option.",
    ),
  "proxy-unreachable": () =>
    say(
      "The proxy in this computer's settings does not answer, or does not allow this connection.",
      "Check the proxy in this computer's network settings. What the browser can open, Keyferry can, too. Then fetch again.",
    ),
  "proxy-sign-in": () =>
    say(
      "The network's proxy did not accept a sign-in. ALAS was not contacted.",
      "Fetch again and type the user name and password for this proxy, or ask the network administrator for them. A browser can fetch the key, too: the URL is in activation-url.txt on the stick.",
    ),
  "redirect-refused": ({ to }) =>
    say(
      `The server redirected to another address (${untrusted(to)}). Keyferry did not follow it.`,
      "A sign-in page of the network may be in the way: open any page in a browser, sign in, and fetch again.",
    ),
  "redirect-loop": () =>
    say("The server kept redirecting from one address to the next.", "The fault is at the server: try again later."),
  "answer-cut-off": ({ bytes }) =>
    say(`The answer was cut off after ${bytes} bytes; nothing of it was kept.`, MAY_HAVE_COUNTED),
  "answer-compressed": () =>
    say(
      "What came may be the key, but it was compressed on the way although Keyferry asked for it uncompressed, so it cannot be proven complete. It was not written to the stick.",
      `Ask the network administrator to let alas.stratus.com pass unchanged, or fetch from another network. ${MAY_HAVE_COUNTED}`,
    ),
  "net-not-http": ({ detail }) =>
    say(
      `The answer is not valid HTTP (${untrusted(detail)}), so it may not come from ALAS. None of it was kept.`,
      MAY_HAVE_COUNTED,
    ),
  "http-status": ({ status }) =>
    say(
      `The server answered with HTTP status ${status} and without an ALAS code.`,
      status >= 500
        ? "The fault is at the server: try again later."
        : "Copy the link's address in the console again, and make a new request.",
    ),
  // Its remedy is shown only where the request had left this computer.
  "fetch-cancelled": () =>
    say(
      "The fetch was cancelled.",
      "You cancelled after ALAS was contacted, so an activation may have been used. Fetch again only if you still need the key.",
    ),
};
