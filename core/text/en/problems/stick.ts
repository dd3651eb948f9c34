import type { StickProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

export const stickProblems: TextsOf<StickProblem> = {
  "stick-not-found": () =>
    say("There is no stick or folder at that place.", "Plug the stick in, and look up its path again."),
  "stick-gone": () => say("The stick was pulled out.", "Plug it in again and repeat this step."),
  "stick-changed": () =>
    say("Another stick stands where the chosen one was.", "Nothing was written to it. Choose the stick again."),
  "stick-read-only": () =>
    say(
      "The stick cannot be written: it is write-protected.",
      "Slide the lock on its side, if it has one; else the computer's policy or the stick's wear protects it. Use another stick.",
    ),
  "stick-full": ({ neededBytes, freeBytes }) =>
    say(
      `The stick is full: ${sizeText(neededBytes)} are needed and ${sizeText(freeBytes)} are free.`,
      "Make room on it or use another stick.",
    ),
  "stick-no-permission": () =>
    say(
      "This computer does not allow writing to the stick.",
      "Ask whoever runs this computer whether its policy blocks USB sticks, or use a computer that allows it.",
    ),
  "stick-io-error": ({ detail }) =>
    say(
      `The stick failed while it was read or written (${untrusted(detail)}).`,
      "Plug it into another port and repeat. If it fails again, use another stick.",
    ),
  "stick-read-back": ({ file }) =>
    say(
      `The stick returned other bytes than were written to it (“${untrusted(file)}”).`,
      "Do not carry this stick anywhere: it is worn out or fake. Use another one.",
    ),
  "stick-name-taken": ({ file }) =>
    say(
      `Something that is not Keyferry's stands at “${untrusted(file)}” on the stick.`,
      "Move it away or rename it, then repeat this step.",
    ),
  "target-unwritable": ({ detail }) =>
    say(
      `The key could not be written to the chosen folder (${untrusted(detail, 200)}).`,
      "Choose another folder. The key on the stick is unchanged.",
    ),
  "drives-unavailable": ({ detail }) =>
    say(
      `The drives of this computer could not be listed (${untrusted(detail)}).`,
      "Name the stick's folder instead: that always works.",
    ),
};
