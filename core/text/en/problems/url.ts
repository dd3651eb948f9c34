import type { UrlProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { namedCharacter, untrusted } from "../../untrusted.ts";

const COPY_AGAIN =
  "In the console, under [License Check and Activation], right-click the link in Step 1, choose “Copy link address”, and paste that.";
const CHECK_COPY = "Copy the link's address in the console again and paste it unchanged.";
const CUT_OFF = "It may be cut off.";
const COPY_WHOLE = "Copy the whole address of the link again.";
const OR_CALL = "If it is the same, the licence key in the console is at fault: call your service representative.";

export const urlProblems: TextsOf<UrlProblem> = {
  "url-missing": () => say("There is no activation URL here: nothing was pasted.", COPY_AGAIN),
  "url-not-found": () => say("There is no activation URL in this text.", COPY_AGAIN),
  "url-link-text": () => say("This is the link's text, not the address behind it.", COPY_AGAIN),
  "url-no-scheme": () =>
    say("The address does not start with “https://”: its beginning was lost in copying.", CHECK_COPY),
  "url-not-https": ({ scheme }) =>
    say(`The URL starts with “${untrusted(scheme)}:”; an activation URL starts with “https:”.`, CHECK_COPY),
  "url-wrong-host": ({ host }) =>
    say(
      `The URL leads to “${untrusted(host)}”, which is not the activation server alas.stratus.com.`,
      "Do not use it. Copy the link's address from the console of the system that you want to activate.",
    ),
  "url-user-info": () =>
    say("The URL contains a user name or a password before the host; an activation URL never does.", CHECK_COPY),
  "url-other-port": ({ port }) =>
    say(`The URL names port ${untrusted(port)}; the activation server answers on port 443 only.`, CHECK_COPY),
  "url-ambiguous": ({ urls }) =>
    say(
      `There are ${urls.length} different URLs here: ${urls.map((url) => untrusted(url)).join(", ")}`,
      "Paste only the one that belongs to this system.",
    ),
  "url-too-long": ({ length, limit }) =>
    say(`This is ${length} characters long; at most ${limit} are allowed.`, "Paste only the link's address."),
  "url-malformed": ({ character, cutOff }) =>
    cutOff
      ? say(`The URL ends in the middle of a character (“%”). ${CUT_OFF}`, COPY_WHOLE)
      : say(
          `The URL contains ${namedCharacter(character)}, which is not allowed there: it was damaged in copying.`,
          CHECK_COPY,
        ),
  "asset-id-missing": () =>
    say(`The URL has no asset ID. ${CUT_OFF} ALAS would refuse it with 3.1.`, `${COPY_WHOLE} ${OR_CALL}`),
  "asset-id-blank": ({ parameter, cutOff }) =>
    say(
      `The URL's asset ID (“${untrusted(parameter)}”) is blank.${cutOff ? ` ${CUT_OFF}` : ""} ALAS would refuse it with 3.2.`,
      `${cutOff ? COPY_WHOLE : "Copy the link's address again."} ${OR_CALL}`,
    ),
  "asset-id-ambiguous": ({ ids }) =>
    say(
      `The URL names different asset IDs: ${ids.map((id) => `“${untrusted(id)}”`).join(", ")}. Which of them ALAS would activate is not known.`,
      "Do not use it. Copy the link's address again from the console of the system that you want to activate.",
    ),
  "asset-id-invalid": ({ text }) =>
    say(
      `“${untrusted(text)}” cannot be an asset ID.`,
      "Type it as shown at the top of the console: 1 to 64 letters, digits, hyphens or underscores.",
    ),
  "asset-id-mismatch": ({ expected, found }) =>
    say(
      `The URL is for asset ID “${untrusted(found)}”, not “${untrusted(expected)}”.`,
      "Compare with the asset ID at the top of the console, and copy the link from the system that you want to activate.",
    ),
};
