import type { NetworkProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";

// Whether ALAS counted a request whose answer never came is known to nobody but ALAS.
const MAY_HAVE_COUNTED =
  "This fetch may have counted as an activation: look for the cause first, then fetch once more.";
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
      "A firewall may block port 443: ask the network's administrator to allow alas.stratus.com. Then fetch again.",
    ),
  "net-unreachable": () =>
    say(
      "ALAS cannot be reached from this network.",
      "Check the internet connection, and that the firewall lets alas.stratus.com, port 443, pass. Then fetch again.",
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
      `${CLOCK}. If they are right, the server's side is at fault: try later.`,
    ),
  "tls-wrong-host": () =>
    say(
      "The server's certificate is for another name than alas.stratus.com. Nothing was sent to it.",
      "A sign-in page of the network may stand in between: open any page in a browser, sign in, and fetch again.",
    ),
  "tls-revoked": () =>
    say(
      "The server's certificate was revoked by whoever issued it, so it may not be ALAS. Nothing was sent to it.",
      "The server's side is at fault: call your service representative, and fetch when they say that it is mended.",
    ),
  "tls-outdated": () =>
    say(
      "The server offers only outdated encryption (TLS 1.1 or older, or weak ciphers). Nothing was sent to it.",
      "ALAS itself does better: ask the network's administrator whether a proxy or a firewall between here and ALAS encrypts anew.",
    ),
  "tls-failed": ({ detail }) =>
    say(
      `No secure connection to ALAS could be made (${untrusted(detail)}).`,
      `${CLOCK}, then ask the network's administrator whether something between here and ALAS changes encrypted traffic.`,
    ),
  "tls-switched-off": ({ option }) =>
    say(
      `The app was started with ${untrusted(option)}, which weakens the protection of the connection to ALAS. Nothing was sent.`,
      "Start it without that option.",
    ),
  "proxy-unreachable": () =>
    say(
      "The proxy that this computer's settings name does not answer, or does not let this connection pass.",
      "Check the proxy in the system's network settings: what the browser can open, Keyferry can too. Then fetch again.",
    ),
  "proxy-sign-in": () =>
    say(
      "The network's proxy asks for a sign-in, and got none that it accepts. ALAS was not asked.",
      "Fetch again and type the name and the password that this proxy knows, or ask the network's administrator for them. The browser can fetch the key, too: the URL is on the stick in activation-url.txt.",
    ),
  "redirect-refused": ({ to }) =>
    say(
      `The server pointed to another place (${untrusted(to)}), which was not followed.`,
      "A sign-in page of the network may stand in between: open any page in a browser, sign in, and fetch again.",
    ),
  "redirect-loop": () =>
    say("The server kept pointing from one address to the next.", "Its side is at fault: try later."),
  "answer-cut-off": ({ bytes }) =>
    say(`The answer was cut off after ${bytes} bytes; nothing of it was kept.`, MAY_HAVE_COUNTED),
  "net-not-http": ({ detail }) =>
    say(
      `What answered does not keep to the web's rules (${untrusted(detail)}), so it may not be ALAS. Nothing was kept of it.`,
      MAY_HAVE_COUNTED,
    ),
  "http-status": ({ status }) =>
    say(
      `The server answered with HTTP status ${status} and without an ALAS code.`,
      status >= 500
        ? "Its side is at fault: try later."
        : "Copy the link's address in the console again, and make a new request.",
    ),
  "fetch-cancelled": () => say("The fetch was cancelled.", MAY_HAVE_COUNTED),
};
