import type { IntegrityProblem } from "../../../problem.ts";
import { isOfAnswer } from "../../../stick/stick-layout.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

const NOT_WRITTEN = "It was not written to the stick";
const SIGN_IN = "Open any page in a browser here, sign in to the network, then fetch once more.";
const NO_UPLOAD = "Do not upload it.";
const FETCH_AGAIN = "Take the stick to Computer A and fetch again; that may use another activation.";
const NEW_REQUEST =
  "Do not use this request. Make a new one at Computer B; the other requests on the stick are not affected.";

export const integrityProblems: TextsOf<IntegrityProblem> = {
  "answer-empty": () =>
    say(
      "The server's answer was empty.",
      "The fetch may have used an activation. Wait a while, then fetch once more. If the answer is empty again, call your service representative.",
    ),
  "answer-html": () => say(`A web page came instead of a key: a sign-in or an error page. ${NOT_WRITTEN}.`, SIGN_IN),
  "answer-json": () =>
    say(
      `Data for programs (JSON) came instead of a key. ${NOT_WRITTEN}.`,
      `Something between this computer and ALAS answered. ${SIGN_IN}`,
    ),
  "answer-not-a-key": ({ looksLike }) =>
    say(
      `The answer is not a key; it looks like ${untrusted(looksLike)}. ${NOT_WRITTEN}.`,
      "Copy the link's address in the console again, and make a new request. If the answer is the same, call your service representative.",
    ),
  "answer-too-large": ({ limit }) =>
    say(
      `The answer is larger than ${sizeText(limit)}; no key is. ${NOT_WRITTEN}.`,
      `Something other than ALAS may have answered. ${SIGN_IN}`,
    ),
  "file-missing": ({ file }) =>
    say(`“${untrusted(file)}” is missing on the stick.`, isOfAnswer(file) ? FETCH_AGAIN : NEW_REQUEST),
  "file-unsafe": ({ file }) =>
    say(
      `“${untrusted(file)}” on the stick is a link, a folder or a device instead of a file. It was not opened.`,
      "It was put there on purpose or by mistake. Have the stick checked, and use another one.",
    ),
  "file-too-large": ({ file, limit }) =>
    say(
      `“${untrusted(file)}” is larger than the allowed ${sizeText(limit)}.`,
      "It is not what its name says: have the stick checked, and use another one.",
    ),
  "file-not-a-key": ({ file }) =>
    say(
      `“${untrusted(file)}” is not a key: it is empty, or a page or a message was saved under this name. Nothing was copied.`,
      `${NO_UPLOAD} Take the stick to Computer A, open any page in a browser there, sign in to the network, then fetch; that may use another activation.`,
    ),
  "file-differs": ({ file }) =>
    say(
      `“${untrusted(file)}” does not match its record: it was damaged or changed on the way.`,
      isOfAnswer(file) ? `${NO_UPLOAD} ${FETCH_AGAIN}` : NEW_REQUEST,
    ),
  "request-unfinished": () =>
    say(
      "The link was not saved completely: the stick was removed, or the power went, meanwhile. Nothing was fetched for it.",
      "Save the link again at Computer B; the other requests on the stick are not affected.",
    ),
  "record-damaged": ({ file }) => say(`The record “${untrusted(file)}” on the stick is damaged.`, NEW_REQUEST),
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
      "Upload it to the system that it belongs to, or choose this system's request.",
    ),
};
