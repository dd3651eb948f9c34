import type { DriveReason } from "../../drives/drive.ts";
import type { NoticeCode, Trim } from "../../step-results.ts";
import type { NextStep, RequestState } from "../../stick/stick-contents.ts";
import type { TextFor, Translation } from "../translation.ts";
import { fetchReasons } from "./fetch-reasons.ts";

export const notices = {
  fetchReasons,
  notices: {
    "asset-id-unknown":
      "The URL shows no asset ID, so it may be cut off. Compare the whole URL with the console before you travel.",
    "asset-id-not-compared":
      "A key's asset ID is not known, so it was not compared with the one given. Check that the key is for this system.",
    "html-escape-in-url":
      "The URL contains “&amp;”: it may have been copied out of a page's source. Copy the link's address instead.",
    "url-may-be-cut-off": "The URL may be cut off: it ends too soon. Copy the whole address.",
    "key-name-without-a":
      "The key's name does not end in “_A.key”, as activated keys do. Check that it is the activated one.",
    "key-name-made-up": "ALAS named no file, so the key was given a name.",
    "key-type-unusual": "The server called the key a web page, but it is not one. It was kept unchanged.",
    "key-of-another-system":
      "Exactly the same key came for another asset ID before. One of the two is for the wrong system: compare both URLs with the consoles before you leave.",
    "key-number-of-another":
      "The number in the key's name is that of another asset ID's key. It may be for the wrong system: compare the URL with the console.",
    "key-number-changed":
      "The number in the key's name differs from this system's last key. Check that the URL is this system's.",
    "key-names-another-system":
      "The key names another asset ID on this stick, not its own. It may be for the wrong system: compare the URLs with the consoles.",
    "key-without-record": "Nothing on the stick proves where this key came from. Check that it is for this system.",
    "next-step-not-written": "NEXT-STEP.txt could not be updated. The requests themselves are safe.",
    "another-stick": "This is not the stick that this computer's last request was written to.",
    "delivery-not-recorded":
      "The stick cannot be written to, so the copy is not recorded on it. The key was copied all the same.",
    "key-kept-on-this-computer":
      "The key arrived and is saved on this computer, so the activation is not lost. Once the stick can be written to, fetch again here: the saved key is written, and ALAS is not contacted.",
    "key-from-this-computer":
      "This computer still had the key from an earlier fetch and has written it again. ALAS was not contacted, and no activation was used.",
    "fetched-before":
      "This system was fetched before, as far as this computer and the stick know. Each fetch may use one of its activations.",
    "may-have-counted": "This fetch may have used an activation.",
  } satisfies TextFor<NoticeCode>,
  /** Which stick to look for instead of the one in hand; its label and asset ID, where they are known, made fit to be shown. */
  anotherStick: (label: string | null, date: string, assetId: string | null) =>
    `This is not the stick that the request${assetId ? ` for ${assetId}` : ""} was written to on ${date}: ${label ? `look for ${label}` : "look for the other one"}.`,
  /** What was taken off around a pasted URL. */
  trims: {
    "white-space": "white space around it",
    quotes: "quotation marks",
    "angle-brackets": "angle brackets",
    "invisible-characters": "invisible characters",
    words: "the words around it",
    "line-breaks": "line breaks inside it",
  } satisfies TextFor<Trim>,
  /** Why a drive is not offered, or only with a word of care. */
  driveReasons: {
    system: "The computer's own disk",
    internal: "A disk inside the computer",
    "no-medium": "A card reader without a card",
    "not-mounted": "Plugged in, but not mounted: open it once in the file manager",
    unreadable: "Locked or damaged: unlock it, or use another stick",
    large: "Larger than sticks usually are: make sure that it is the right one",
  } satisfies TextFor<NonNullable<DriveReason>>,
  states: {
    requested: "requested",
    answered: "key fetched",
    refused: "ALAS answered with an error",
    incomplete: "fetch was cut off",
    damaged: "damaged",
    delivered: "copied",
    newer: "made by a newer Keyferry",
  } satisfies TextFor<RequestState>,
  unfinished: "not finished: save the link again",
  nextSteps: {
    fetch: "Take the stick to Computer A and fetch the key.",
    "fetch-again-knowingly": "Fetch again at Computer A. The last fetch may have used an activation.",
    deliver: "Take the stick to Computer B and upload the key.",
    "call-support": "Call your service representative: fetching again does not help.",
    "request-again": "Make a new request at Computer B.",
    update: "Use the newer version of Keyferry.",
    nothing: "Done.",
  } satisfies TextFor<NextStep>,
};

export type NoticeTexts = Translation<typeof notices>;
