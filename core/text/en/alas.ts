import type { ListedAlasCode } from "../../answer/alas-errors.ts";
import type { Translation } from "../translation.ts";

/** One ALAS code in a person's words. */
export interface AlasText {
  readonly meaning: string;
  readonly remedy: string;
  /** Whom to call, and when. */
  readonly call: string;
}

const REPRESENTATIVE = "your service representative (Stratus or an authorised service provider)";
const SEND_ANSWER = `Call ${REPRESENTATIVE} now and send them ALAS's answer: alas-answer.txt in the request's folder on the stick.`;

export const alas = {
  listed: {
    "2.1": {
      meaning:
        "The customer database does not know this asset ID. That is normal in the minutes after a licence was made.",
      remedy: "Wait 15 minutes, then fetch once more.",
      call: `If it is refused again, call ${REPRESENTATIVE} with the code and the asset ID.`,
    },
    "3.1": {
      meaning: "The URL reached ALAS without an asset ID: it was cut, or the licence key in the console is malformed.",
      remedy: "Copy the link's address in the console again and make a new request.",
      call: `If the new URL is the same, call ${REPRESENTATIVE}.`,
    },
    "3.2": {
      meaning: "The URL's asset ID is empty: it was cut, or the licence key in the console has a blank asset ID.",
      remedy: "Copy the link's address in the console again and make a new request.",
      call: `If the new URL is the same, call ${REPRESENTATIVE}.`,
    },
    "3.3": {
      meaning: "ALAS cannot reach the server that signs its keys. The fault is on the vendor's side.",
      remedy: "Nothing is wrong here. Try again later today.",
      call: `If it lasts longer than a day, call ${REPRESENTATIVE}.`,
    },
    "3.4": {
      meaning: "ALAS could not record the activation. The fault is on the vendor's side.",
      remedy: "Try again later today, once.",
      call: `If it is refused again, call ${REPRESENTATIVE}.`,
    },
    "3.5": {
      meaning: "This licence has been activated as often as it may be (usually 3 times).",
      remedy: "Do not fetch again until the limit has been raised.",
      call: `Call ${REPRESENTATIVE} now, with the code and the asset ID.`,
    },
    "9.0": {
      meaning: "ALAS failed for an unknown reason.",
      remedy: "Do not try again.",
      call: SEND_ANSWER,
    },
  } satisfies Readonly<Record<ListedAlasCode, AlasText>>,
  unlisted: {
    meaning: "This code is not on the vendor's list.",
    remedy: "Do not try again.",
    call: SEND_ANSWER,
  },
};

export type AlasTexts = Translation<typeof alas>;
