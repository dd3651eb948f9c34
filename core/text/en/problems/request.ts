import type { RequestProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";
import { fetchReasons } from "../fetch-reasons.ts";

export const requestProblems: TextsOf<RequestProblem> = {
  usage: ({ detail }) => say(`The command cannot be understood: ${untrusted(detail, 300)}`, "Look it up with --help."),
  "unknown-ticket": ({ ticket }) =>
    say(
      `There is no request “${untrusted(ticket)}” on this stick.`,
      "Read the stick again, then choose one of its requests.",
    ),
  "already-requested": ({ ticket, elsewhere }) =>
    say(
      elsewhere === undefined
        ? `The same URL is already on this stick, as request ${ticket}.`
        : `This computer already saved the same URL to another stick${elsewhere.label === null ? "" : ` (${untrusted(elsewhere.label)})`}, as request ${ticket}.`,
      "Use that one: fetching a URL twice may use another activation.",
    ),
  "already-answered": ({ ticket }) =>
    say(`Request ${ticket} already has its key.`, "Take the stick to Computer B and upload the key."),
  "activations-used-up": ({ ticket }) =>
    say(
      `ALAS has refused request ${ticket} with 3.5: its activations are used up.`,
      "Call your service representative to have the limit raised. Only after that, fetch once more.",
    ),
  "wait-not-over": ({ ticket, minutes }) =>
    say(
      `ALAS answered with 2.1 for request ${untrusted(ticket)}, and the wait of 15 minutes is not over.`,
      `Fetch once more in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}.`,
    ),
  "confirmation-needed": ({ ticket, reason }) =>
    say(
      `Request ${untrusted(ticket)} is fetched only after a confirmation. ${fetchReasons[reason]}`,
      "Read the stick again, then confirm the fetch if you still need the key.",
    ),
  "nothing-to-deliver": () =>
    say("There is no activated key on this stick.", "Fetch at Computer A first, then bring the stick back."),
  "by-hand-unusable": ({ file }) =>
    say(
      `“${untrusted(file)}” is not among the files saved by hand on this stick.`,
      "Read the stick again, then choose one of the files that it lists.",
    ),
  "alas-code-unknown": ({ alas }) =>
    say(
      `ALAS code “${untrusted(alas)}” is not on the vendor's list.`,
      "Check the number. If ALAS did return it, tell your service representative.",
    ),
  "status-unreadable": () =>
    say(
      "This text holds no licence status.",
      "In the console, under [License Check and Activation], click [Check License Now], and copy all the lines that appear.",
    ),
};
