import type { PolicyFault } from "../../../policy/policy-fault.ts";
import type { PolicyProblem } from "../../../problem.ts";
import { assertNever } from "../../../result.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

export const policyProblems: TextsOf<PolicyProblem> = {
  "policy-unusable": ({ file, fault }) =>
    say(
      `The site policy ${untrusted(file, 300)} cannot be used: ${wrong(fault)}.`,
      "Its rules must not be skipped: until it is fixed, no link is saved, and no key is fetched or copied. Ask this computer's administrator to fix it, then start Keyferry again.",
    ),
  "folder-forbidden": () =>
    say(
      "The site policy does not allow a folder in place of a stick.",
      "Use a USB stick that Keyferry lists. If you need a folder, ask this computer's administrator.",
    ),
  "note-required": ({ byHand }) =>
    say(
      "The site policy requires a note with each request.",
      byHand
        ? "A link saved by hand has none: make the request with Keyferry at Computer B."
        : "Type a note, for example a work order number.",
    ),
  "operator-required": ({ byHand }) =>
    say(
      "The site policy requires the name of the person who makes the request.",
      byHand
        ? "A link saved by hand names no person: make the request with Keyferry at Computer B."
        : "Type your name. It cannot be left out here.",
    ),
};

function wrong(fault: PolicyFault): string {
  switch (fault.type) {
    case "unreadable":
      return `it cannot be read (${untrusted(fault.detail)})`;
    case "no-file":
      return "it is not a file";
    case "too-large":
      return `it is larger than ${sizeText(fault.limit)}`;
    case "writable-by-all":
      return "its group or other users can write to it or to a folder above it";
    case "not-json":
      return "it is not JSON";
    case "duplicate-key":
      return `it says “${untrusted(fault.key)}” more than once`;
    case "not-a-policy":
      return 'it does not say "format": "keyferry-policy"';
    case "newer":
      return `it was made for a newer Keyferry (version ${fault.version})`;
    case "unknown-key":
      return `Keyferry knows no rule “${untrusted(fault.key)}”`;
    case "wrong-value":
      return `“${untrusted(fault.key)}” is missing or has a value that it cannot have`;
    case "wrong-host":
      return `“${untrusted(fault.host)}” is not a host name in lower case`;
    default:
      return assertNever(fault);
  }
}
