import type { NoticeTexts } from "../notice-texts.ts";

export const notices: NoticeTexts = {
  notices: {
    "asset-id-unknown": "No asset ID can be seen in the URL. Compare the URL with the console before you travel.",
    "html-escape-in-url":
      "The URL holds “&amp;”: it may have been copied out of a page's source. Better copy the link's address.",
    "key-name-without-a":
      "The key's name does not end in “_A.key”, as activated keys do. Check that it is the activated one.",
    "key-name-made-up": "ALAS named no file, so the key was given a name.",
    "key-type-unusual": "The server called the key a web page, but it is none. The bytes were kept as they came.",
    "key-packed":
      "The key came compressed, so nobody could check on the way that all of it was there. It was kept as it was unpacked.",
    "key-of-another-system":
      "The very same key came for another asset ID before. One of the two is for the wrong system: compare both URLs with the consoles before you leave.",
    "key-number-of-another":
      "The number in the key's name is that of another asset ID's key. It may be for the wrong system: compare the URL with the console.",
    "key-number-changed":
      "The number in the key's name is another one than this system's last key had. Check that the URL is this system's.",
    "key-names-another-system":
      "The key names another asset ID of this stick, and not its own. It may be for the wrong system: compare the URLs with the consoles.",
    "key-without-record": "Nothing on the stick proves where this key came from. Check that it is for this system.",
    "next-step-not-written": "NEXT-STEP.txt could not be brought up to date. The requests themselves are safe.",
    "another-stick": "This is not the stick that this computer's last request was written to.",
    "delivery-not-recorded":
      "The stick cannot be written, so the delivery is not noted on it. The key was delivered all the same.",
    "key-kept-on-this-computer":
      "The key did arrive and is kept on this computer, so the activation is not lost. Once the stick can be written, fetch again here: the kept key is written, and ALAS is not asked.",
    "key-from-this-computer":
      "This computer still had the key from an earlier fetch and has written it again. ALAS was not asked, and no activation was used.",
    "fetched-before":
      "This system was fetched before, as far as this computer and the stick know. Each fetch may use up one of its activations.",
    "may-have-counted": "This fetch may have counted as an activation.",
  },
  anotherStick: (label, date, assetId) =>
    `This is not the stick that the request${assetId ? ` for ${assetId}` : ""} was written to on ${date}: ${label ? `look for ${label}` : "look for the other one"}.`,
  trims: {
    "white-space": "white space around it",
    quotes: "quotation marks",
    "angle-brackets": "angle brackets",
    "invisible-characters": "invisible characters",
    words: "the words around it",
    "line-breaks": "line breaks inside it",
  },
  driveReasons: {
    system: "the computer's own disk",
    internal: "a disk inside the computer",
    "no-medium": "a card reader without a card",
    "not-mounted": "plugged in, but not mounted: open it once in the file manager",
    unreadable: "locked or damaged: unlock it, or use another stick",
    large: "larger than sticks usually are: make sure that it is the right one",
  },
  states: {
    requested: "requested",
    answered: "key fetched",
    refused: "refused by ALAS",
    incomplete: "fetch was cut off",
    damaged: "damaged",
    delivered: "delivered",
    newer: "made by a newer Keyferry",
  },
  nextSteps: {
    fetch: "Take the stick to Computer A and fetch the key.",
    "fetch-again-knowingly":
      "Fetch again at Computer A, knowing that the last fetch may have counted as an activation.",
    deliver: "Take the stick to Computer B and deliver the key.",
    "call-support": "Call your service representative: fetching again does not help.",
    "request-again": "Make a new request at Computer B.",
    update: "Use the newer version of Keyferry.",
    nothing: "Done.",
  },
};
