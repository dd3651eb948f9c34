import type { ProgramProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { untrusted } from "../../untrusted.ts";

export const programProblems: TextsOf<ProgramProblem> = {
  "call-rejected": () => say("Keyferry refused a message that it cannot trust.", "Close Keyferry and start it again."),
  busy: () => say("Another step is still under way.", "Wait until it is done, then repeat this one."),
  cancelled: ({ signal }) =>
    say(
      `The command was ended by a signal (${untrusted(signal)}) before it was done.`,
      "What was done by then is kept. Look at what is on the stick, then repeat the command for the rest.",
    ),
  "record-unwritable": ({ file, detail }) =>
    say(
      `This computer's record of fetches cannot be written (${untrusted(detail)}), so ALAS was not contacted and no activation was used.`,
      `Free some space on this computer's disk and make sure that you can write to ${untrusted(file, 300)}, then fetch.`,
    ),
  unexpected: ({ detail }) =>
    say(
      `Keyferry itself failed (${untrusted(detail, 200)}).`,
      "Start it again and repeat the step. What is on the stick stays as it is.",
    ),
};
