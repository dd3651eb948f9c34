import type { IntegrityProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

const NOT_WRITTEN = "It was not written to the stick";
const SIGN_IN = "Open any page in a browser here, sign in to the network, then fetch once more.";
const FETCH_AGAIN =
  "Do not upload it. Take the stick to Computer A and fetch again; that may use up another activation.";

export const integrityProblems: TextsOf<IntegrityProblem> = {
  "answer-empty": () =>
    say(
      "The server's answer was empty.",
      "The fetch may have counted as an activation. Wait a while and fetch once more; if it is empty again, call your service representative.",
    ),
  "answer-html": () => say(`A web page came instead of a key: a sign-in or an error page. ${NOT_WRITTEN}.`, SIGN_IN),
  "answer-json": () =>
    say(
      `Data for programs (JSON) came instead of a key. ${NOT_WRITTEN}.`,
      `Something stands between here and ALAS. ${SIGN_IN}`,
    ),
  "answer-not-a-key": ({ looksLike }) =>
    say(
      `What came is not a key; it looks like ${untrusted(looksLike)}. ${NOT_WRITTEN}.`,
      "Copy the link's address in the console again, and make a new request. If the same comes, call your service representative.",
    ),
  "answer-too-large": ({ limit }) =>
    say(
      `The answer is larger than ${sizeText(limit)}; no key is. ${NOT_WRITTEN}.`,
      `Something else than ALAS may have answered. ${SIGN_IN}`,
    ),
  "file-missing": ({ file }) => say(`“${untrusted(file)}” is missing on the stick.`, FETCH_AGAIN),
  "file-unsafe": ({ file }) =>
    say(
      `“${untrusted(file)}” on the stick is a link, a folder or a device instead of a file. It was not opened.`,
      "Somebody made it so on purpose or by mistake: have the stick checked, and use another one.",
    ),
  "file-too-large": ({ file, limit }) =>
    say(
      `“${untrusted(file)}” is larger than the ${sizeText(limit)} that it may have.`,
      "It is not what its name says: have the stick checked, and use another one.",
    ),
  "file-differs": ({ file }) =>
    say(`“${untrusted(file)}” is not what its record says: it was damaged or changed on the way.`, FETCH_AGAIN),
  "record-damaged": ({ file }) =>
    say(
      `The record “${untrusted(file)}” on the stick is damaged.`,
      "Do not use this request. Make a new one at Computer B; the other requests on the stick are not affected.",
    ),
  "record-foreign": ({ file }) =>
    say(
      `The record “${untrusted(file)}” belongs to another request.`,
      "Files were copied between folders. Do not use this request; make a new one at Computer B.",
    ),
  "record-newer": ({ file, version }) =>
    say(
      `“${untrusted(file)}” was made by a newer Keyferry (format ${version}).`,
      "Use the newer version of Keyferry on this computer too.",
    ),
  "wrong-system": ({ expected, found }) =>
    say(
      `This key is for asset ID “${untrusted(found)}”, not for “${untrusted(expected)}”. Nothing was copied.`,
      "Upload it at the system that it belongs to, or choose that system's request.",
    ),
};
