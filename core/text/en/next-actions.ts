import type { ActionTexts } from "../action-texts.ts";
import { systemNames } from "./system-names.ts";

const carried = { request: "the request", fetch: "the request from Computer B", deliver: "the key from Computer A" };
const keysAre = (systems: readonly (string | null)[]): string =>
  systems.length === 1 ? `The key for ${systemNames(systems)} is` : `The keys for ${systemNames(systems)} are`;
const keys = (count: number): string => (count === 1 ? "the key" : `${count} keys`);

export const actions: ActionTexts = {
  "choose-computer": {
    headline: () => "Which computer is this?",
    sentence: () => "The same program guides you on both. Your answer is remembered.",
  },
  "paste-link": {
    headline: () => "Paste the activation link",
    sentence: () => "Copy its address in the console as shown below, then paste it here.",
  },
  "mend-link": {
    headline: () => "This link cannot be used",
    sentence: () => "The reason and what to do are below the box.",
  },
  "choose-link": {
    headline: () => "Which link is this system's?",
    sentence: () => "There are several. Compare their asset IDs with the one at the top of the console.",
  },
  "confirm-asset-id": {
    headline: () => "Is this the right system?",
    sentence: () => "Compare this asset ID with the one at the top of the console.",
  },
  "type-asset-id": {
    headline: () => "Type the asset ID",
    sentence: () => "The link does not contain it. It is shown at the top of the console.",
  },
  "plug-in-stick": {
    headline: () => "Plug in the stick",
    sentence: ({ step }) =>
      step === null || step === "request"
        ? "Any USB stick will do. Nothing on it is deleted."
        : `The one with ${carried[step]}. Keyferry detects it automatically.`,
  },
  "choose-stick": {
    headline: () => "Choose the stick",
    sentence: ({ step }) =>
      step === null || step === "request"
        ? "Choose the stick that goes to Computer A. Nothing on it is deleted."
        : `Choose the one with ${carried[step]}.`,
  },
  "open-stick": {
    headline: () => "This stick is not ready yet",
    sentence: ({ step }) =>
      step === "request"
        ? "It is plugged in, but not mounted, or it is locked. Another stick will do, too."
        : "It is plugged in, but not mounted, or it is locked.",
  },
  "wait-for-stick": {
    headline: () => "Reading the stick…",
    sentence: ({ stick }) => `${stick}: this takes a moment.`,
  },
  "mend-stick": {
    headline: () => "This stick cannot be used here",
    sentence: ({ stick }) => `${stick}: the reason and what to do are below.`,
  },
  "write-request": {
    headline: ({ folder }) => (folder ? "Write the request into the folder" : "Write the request to the stick"),
    sentence: () => "It is read back and compared. Nothing else there is changed.",
  },
  "write-again": {
    headline: () => "This link is on another stick already",
    sentence: () => "Take that stick to Computer A. The reason is below.",
  },
  "already-there": {
    headline: () => "This request is there already",
    sentence: () => "Take the stick to Computer A. Nothing has to be written.",
  },
  "wait-for-writing": {
    headline: () => "Writing the request…",
    sentence: () => "Leave the stick in until it is read back.",
  },
  "remove-stick": {
    headline: () => "Eject the stick",
    sentence: ({ step, count, total }) =>
      step === "deliver"
        ? "The licence is activated. You no longer need the stick."
        : count < total
          ? `${count} of ${total} keys ${count === 1 ? "is" : "are"} on the stick. The rest is explained below.`
          : "Everything is written and compared. Leave the stick in until it is safe to remove.",
  },
  "wait-for-eject": {
    headline: () => "Ejecting the stick…",
    sentence: () => "Leave it in until it is safe to remove.",
  },
  "go-to-a": {
    headline: ({ folder }) => (folder ? "Now take the folder to Computer A" : "Now take the stick to Computer A"),
    sentence: ({ folder }) =>
      folder
        ? "Carry the whole KEYFERRY folder. Start Keyferry there and choose the folder."
        : "Start Keyferry there and plug the stick in. It continues with the right step.",
  },
  "go-to-b": {
    headline: ({ folder }) => (folder ? "Now take the folder to Computer B" : "Now take the stick to Computer B"),
    sentence: ({ folder }) =>
      folder
        ? "Carry the whole KEYFERRY folder. Start Keyferry there and choose the folder."
        : "Start Keyferry there and plug the stick in. It continues with the right step.",
  },
  "bring-other-stick": {
    headline: ({ step }) => (step === "deliver" ? "There is no key on this stick" : "Nothing to fetch on this stick"),
    sentence: ({ step, stick, foldersAllowed }) =>
      `${stick} holds ${step === "deliver" ? "no key" : "no request to fetch"}. Plug in the stick with ${carried[step ?? "fetch"]}${foldersAllowed ? ", or choose a folder" : ""}.`,
  },
  "carry-to-a": {
    headline: () => "This stick goes to Computer A first",
    sentence: ({ systems }) => `${keysAre(systems)} not fetched yet.`,
  },
  "carry-to-b": {
    headline: () => "This stick goes to Computer B",
    sentence: ({ systems }) => `${keysAre(systems)} on it already. Nothing is left to fetch.`,
  },
  "choose-requests": {
    headline: () => "Choose what to fetch",
    sentence: ({ total }) =>
      total === 0
        ? "Press the button of a link to fetch its key."
        : "Tick the systems to fetch, then press the button.",
  },
  fetch: {
    headline: ({ count, kept }) => (kept === 0 ? `Fetch ${keys(count)} from ALAS` : `Get ${count} keys`),
    sentence: () => "ALAS is the vendor's activation server. It is contacted once for each request.",
  },
  "write-kept": {
    headline: ({ count }) => (count === 1 ? "Write the saved key again" : `Write ${count} saved keys again`),
    sentence: () => "This computer still has what it fetched. ALAS is not contacted, and no activation is used.",
  },
  "confirm-fetch": {
    headline: () => "Before you fetch",
    sentence: () => "Fetching again may use an activation.",
  },
  "wait-for-retry": {
    headline: ({ until }) => `Wait until ${until}, then try once more`,
    sentence: () => "ALAS does not know the asset ID yet. That is normal in the minutes after a licence was made.",
  },
  retry: {
    headline: () => "Now try once more",
    sentence: () => "The 15 minutes are over. Nothing is sent until you click.",
  },
  "call-support": {
    headline: () => "Call your service representative",
    sentence: () => "Fetching again does not help. The reason is below.",
  },
  "request-again": {
    headline: () => "Make a new request at Computer B",
    sentence: () => "ALAS found no asset ID in the link.",
  },
  "wait-for-fetch": {
    headline: ({ count, kept }) => (kept === count ? "Writing again…" : "Fetching from ALAS…"),
    sentence: ({ count, kept }) =>
      kept === count
        ? "ALAS is not contacted. Leave the stick in until it is read back."
        : "This can take a minute for each request. Leave the stick in.",
  },
  "read-results": {
    headline: () => "No key was fetched",
    sentence: () => "The reason and what to do are below.",
  },
  "choose-key": {
    headline: () => "Which key is for this system?",
    sentence: () => "Choose the one whose asset ID is shown at the top of the console.",
  },
  "confirm-key": {
    headline: () => "Is this the right system?",
    sentence: () => "Compare with the top of the console before the key is copied.",
  },
  "confirm-origin": {
    headline: () => "Do you know where this key came from?",
    sentence: () => "It names no system. Copy it only if you fetched it for the system in front of you.",
  },
  "fetch-key-again": {
    headline: () => "Do not upload this key",
    sentence: () => "Take the stick to Computer A and fetch the key again.",
  },
  "wait-for-copy": {
    headline: () => "Copying the key…",
    sentence: () => "It is compared with its record. Leave the stick in.",
  },
  upload: {
    headline: () => "Upload the key in the console",
    sentence: () => "The key is copied to this computer and compared.",
  },
  "trip-complete": {
    headline: () => "Done: the licence is activated",
    sentence: ({ assetId }) =>
      assetId === null ? "There is nothing else to do." : `There is nothing else to do for ${assetId}.`,
  },
};
