import type { RequestProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";

export const requestProblems: TextsOf<RequestProblem> = {
  usage: ({ detail }) => say(`The command cannot be understood: ${untrusted(detail, 300)}`, "Look it up with --help."),
  "unknown-ticket": ({ ticket }) =>
    say(
      `There is no request “${untrusted(ticket)}” on this stick.`,
      "List the requests with “scan” and name one of them.",
    ),
  "already-requested": ({ ticket }) =>
    say(
      `The same URL is already on this stick, as request ${ticket}.`,
      "Use that one: fetching a URL twice may use up another activation. To write it a second time, say so (--again).",
    ),
  "already-answered": ({ ticket }) =>
    say(`Request ${ticket} already has its key.`, "Take the stick to Computer B and deliver the key."),
  "activations-used-up": ({ ticket }) =>
    say(
      `ALAS has refused request ${ticket} with 3.5: its activations are used up.`,
      "Call your service representative to have the limit raised. Only after that, fetch it once more (--ticket with --again).",
    ),
  "nothing-to-deliver": () =>
    say("There is no activated key on this stick.", "Fetch at Computer A first, then bring the stick back."),
  "by-hand-unusable": ({ file }) =>
    say(
      `“${untrusted(file)}” is not among the files that were saved by hand on this stick.`,
      "Look at “byHand” in the result of “scan” and name a file as it stands there.",
    ),
  "alas-code-unknown": ({ alas }) =>
    say(
      `ALAS code “${untrusted(alas)}” is not one of those that the vendor lists.`,
      "Check the number. If ALAS did answer with it, give it to your service representative.",
    ),
  "status-unreadable": () =>
    say(
      "This text holds no licence status.",
      "In the console, under [License Check and Activation], click [Check License Now], and copy all the lines that appear.",
    ),
};
