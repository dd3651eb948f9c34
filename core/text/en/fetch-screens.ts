import type {
  AskTexts,
  FetchHistoryTexts,
  FetchTexts,
  RetryTexts,
  RunningTexts,
  SupportTexts,
} from "../fetch-texts.ts";

const history: FetchHistoryTexts = {
  title: "Fetched before",
  outcome: ({ outcome, alas }) =>
    ({ key: "Key received", refused: `Refused${alas ? ` with ${alas}` : ""}`, failed: "Failed", "cut-off": "Cut off" })[
      outcome
    ],
  counted: { yes: "counted", perhaps: "may have counted", no: "not counted" },
  knownFrom: { "this-computer": "at this computer", stick: "as the stick has it" },
  older: (count) => (count === 1 ? "1 earlier one" : `${count} earlier ones`),
  remaining: "Activations left, as known here",
  remains: (count, perhaps) => `${perhaps && count > 0 ? "at most " : ""}${count} of 3`,
  kept: (when) =>
    `This computer still has the key (fetched ${when}). It is written to the stick again; ALAS is not asked.`,
};

const retry: RetryTexts = {
  left: "Time left",
  until: (time) => `ALAS does not know this asset ID yet (2.1). At ${time} it can be fetched once more.`,
  over: "The 15 minutes are over. It can be fetched once more.",
  spent:
    "ALAS has refused it twice with 2.1, with the wait between. Do not fetch again: call your service representative, with the asset ID.",
  mayLeave: "The stick may stay in or come out, and Keyferry may be closed: the time is kept.",
  meanwhileTitle: "Meanwhile",
  meanwhile: [
    "Fetch the keys of other systems, from this stick or another one.",
    "Compare the asset ID with the papers of the licence.",
    "Ask your service representative whether the licence is entered under this asset ID.",
  ],
  worthWaiting: (count, time) =>
    `${count === 1 ? "1 system" : `${count} systems`} can be fetched once more at ${time}. Waiting for it may save a walk.`,
  worthRetrying: (count) => `${count === 1 ? "1 system" : `${count} systems`} can now be fetched once more.`,
};

const ask: AskTexts = {
  title: (count) =>
    count === 1 ? "Fetch again? It may cost an activation" : `Fetch ${count} of them again? It may cost activations`,
  why: "Each fetch may count as one of the activations of a licence, usually three.",
  reasons: {
    "may-have-counted": "An earlier fetch was cut off, and may have counted.",
    twice: "Chosen twice: there are two requests for it.",
    "has-key": "Its key is on the stick already.",
  },
  goBack: "Go back",
  leaveOut: (count) => (count === 1 ? "Leave this one out" : `Leave these ${count} out`),
  fetchAnyway: "Fetch all the same",
};

const running: RunningTexts = {
  done: (done, total) => `${done} of ${total} finished`,
  keys: (count) => (count === 1 ? "1 key" : `${count} keys`),
  failures: (count) => `${count} not fetched`,
  atWork: "At work",
  all: "All requests",
};

const support: SupportTexts = {
  heading: "Keyferry: a key could not be fetched from ALAS",
  assetId: "Asset ID",
  ticket: "Request",
  result: "Result",
  time: "Time",
  answer: "Answer as it came (on this computer)",
  earlier: "Known fetches",
};

export const fetch: FetchTexts = {
  requests: "Requests on the stick",
  select: "Fetch",
  made: "Made",
  note: "Note",
  state: "State",
  chosenOf: (chosen, all) => `${chosen} of ${all} chosen`,
  chooseAll: "Choose all",
  chooseNone: "Choose none",
  ready: "Not fetched yet",
  undecided: "For you to decide",
  below: (count) => (count === 1 ? "1 more stands below the list" : `${count} more stand below the list`),
  rest: (count) => (count === 1 ? "1 more that is not to be fetched" : `${count} more that are not to be fetched`),
  history,
  retry,
  ask,
  mayHaveCounted: "The last fetch was cut off. It may have counted as an activation.",
  damagedAnswer: "The answer on the stick is damaged. The fetch that brought it may have counted as an activation.",
  refusedBefore: (code) => `Refused before with ${code}. Fetch again only if the cause is gone.`,
  requestAgain:
    "ALAS found no asset ID in this link, and would find none again. Copy the link in the console once more, and make a new request at Computer B.",
  usedUp: "All activations are used. Call your service representative; fetching again cannot help.",
  economy: "Each fetch may count as one of the activations of a licence, usually three.",
  fetch: (asked, kept) => {
    const again = kept === 1 ? "the kept key again" : `${kept} kept keys again`;
    if (asked === 0) return `Write ${again}`;
    const keys = asked === 1 ? "Fetch 1 key from ALAS" : `Fetch ${asked} keys from ALAS`;
    return kept === 0 ? keys : `${keys}, and write ${again}`;
  },
  byHand: "Links saved by hand",
  byHandHint: "Somebody saved these with a text editor. Keyferry makes a request of each when it is fetched.",
  fetchByHand: (file) => `Fetch the key for ${file}`,
  phases: {
    waiting: "Waiting",
    asking: "Asking ALAS",
    receiving: "Receiving the answer",
    writing: "Writing to the stick",
    "reading-back": "Reading back and comparing",
    done: "Finished",
  },
  progress: "Progress",
  running,
  cancel: "Cancel",
  cancelling: "Being cancelled. What was asked may have counted.",
  closing: {
    question: "Keys are still being fetched. Close Keyferry all the same?",
    detail: "The fetch is cancelled first. Requests that were already sent may have used an activation.",
    stay: "Keep fetching",
    close: "Cancel and close",
  },
  results: "Results",
  summary: (keys, failed) =>
    failed === 0
      ? `${keys === 1 ? "1 key" : `${keys} keys`}, none missing`
      : `${keys === 1 ? "1 key" : `${keys} keys`}, ${failed} not`,
  keysFolded: (count) => `Show the ${count} keys`,
  sameFailure: (count) => `${count} systems`,
  keyFile: "Key file",
  size: "Size",
  sha256: "SHA-256",
  fetched: "Key fetched",
  writtenAgain: "Kept key written again",
  refused: "Refused by ALAS",
  failed: "Not fetched",
  counted: {
    yes: "ALAS has counted this fetch as an activation.",
    perhaps: "This fetch may have counted as an activation.",
    no: "This fetch has not counted as an activation.",
    "not-asked": "ALAS was not asked: no activation was used.",
  },
  answerKept: "What the server sent is kept on this computer:",
  keyKept:
    "The key did arrive and is kept on this computer. Once the stick can be written, it is written there without asking ALAS again:",
  whatItMeans: "What it means",
  whatToDo: "What to do",
  whomToCall: "Whom to call",
  copyDetails: "Copy details for support",
  copyOne: "Copy details",
  copyAll: (count) => `Copy the details of all ${count}`,
  copied: "Copied",
  support,
  lookAgain: "Back to the requests",
  toRetry: "Fetch once more…",
};
