import type { PastFetch } from "../../journal/fetch-history.ts";
import type { FetchProgress } from "../../step-results.ts";
import type { TextFor, Translation } from "../translation.ts";

/** What is known of earlier fetches of a system, and what they leave. */
const history = {
  title: "Fetched before",
  outcome: ({ outcome, alas }: PastFetch) =>
    ({ key: "Key received", refused: `Refused${alas ? ` with ${alas}` : ""}`, failed: "Failed", "cut-off": "Cut off" })[
      outcome
    ],
  counted: { yes: "activation used", perhaps: "activation possibly used", no: "no activation used" } satisfies TextFor<
    PastFetch["counted"]
  >,
  knownFrom: { "this-computer": "recorded on this computer", stick: "recorded on the stick" } satisfies TextFor<
    PastFetch["knownFrom"]
  >,
  older: (count: number) => (count === 1 ? "1 earlier one" : `${count} earlier ones`),
  /** The fact's name, and its value. `perhaps`: some fetches may have used one. */
  remaining: "Activations left, as far as known",
  remains: (count: number, perhaps: boolean) => `${perhaps && count > 0 ? "at most " : ""}${count} of 3`,
  kept: (when: string) =>
    `This computer still has the key (fetched ${when}). It is written to the stick again; ALAS is not contacted.`,
};

/** The wait after 2.1, and what comes after it. Times are of this computer's clock. */
const retry = {
  left: "Time left",
  until: (time: string) => `ALAS does not know this asset ID yet (2.1). At ${time} it can be fetched once more.`,
  over: "The 15 minutes are over. It can be fetched once more.",
  /** What to do once the wait is over. */
  now: "Fetch once more now.",
  spent:
    "ALAS refused it with 2.1, and again after the wait. Do not fetch again: call your service representative with the asset ID.",
  mayLeave: "You can leave the stick in or pull it out, and you can close Keyferry: the time is remembered.",
  meanwhileTitle: "Meanwhile",
  meanwhile: [
    "Fetch the keys of other systems, from this stick or another one.",
    "Compare the asset ID with the licence documents.",
    "Ask your service representative whether the licence is registered under this asset ID.",
  ],
  /** Beside keys that were fetched: the trip can wait for these. */
  worthWaiting: (count: number, time: string) =>
    `${count === 1 ? "1 system" : `${count} systems`} can be fetched once more at ${time}. Waiting for it may save a trip.`,
  worthRetrying: (count: number) => `${count === 1 ? "1 system" : `${count} systems`} can now be fetched once more.`,
};

/** The question before a fetch that may use one more activation. */
const ask = {
  title: (count: number) =>
    count === 1 ? "Fetch again? It may use an activation" : `Fetch ${count} of them again? It may use activations`,
  why: "Each fetch may use one of the licence's activations, usually three.",
  goBack: "Go back",
  leaveOut: (count: number) => (count === 1 ? "Leave this one out" : `Leave these ${count} out`),
  fetchAnyway: "Fetch anyway",
  limitRaised: "The limit was raised: fetch",
};

/** Step 2 while it is at work. */
const running = {
  done: (done: number, total: number) => `${done} of ${total} finished`,
  keys: (count: number) => (count === 1 ? "1 key" : `${count} keys`),
  failures: (count: number) => `${count} not fetched`,
  atWork: "In progress",
  all: "All requests",
};

/** What a service representative asks for. */
const support = {
  heading: "Keyferry: a key could not be fetched from ALAS",
  assetId: "Asset ID",
  ticket: "Request",
  result: "Result",
  time: "Time",
  answer: "Server's answer (on this computer)",
  earlier: "Earlier fetches",
};

export const fetch = {
  requests: "Requests on the stick",
  select: "Fetch",
  made: "Created",
  note: "Note",
  state: "State",
  chosenOf: (chosen: number, all: number) => `${chosen} of ${all} chosen`,
  chooseAll: "Choose all",
  chooseNone: "Choose none",
  ready: "Not fetched yet",
  undecided: "For you to decide",
  /** How many of a long list stand below it, because they need a decision or a wait. */
  below: (count: number) => (count === 1 ? "1 more below the list" : `${count} more below the list`),
  /** Requests that cannot be fetched, folded together. */
  rest: (count: number) => `${count} more, not to be fetched`,
  history,
  retry,
  ask,
  refusedBefore: (code: string) => `Refused before with ${code}. Fetch again only if the cause has been removed.`,
  requestAgain:
    "This link has no asset ID, and fetching again would give the same result. Copy the link in the console once more, and make a new request at Computer B.",
  economy: "Each fetch may use one of the licence's activations, usually three.",
  /** The big button: how many keys ALAS is asked for, and how many are only written again. Both may be 0: nothing is chosen. */
  fetch: (asked: number, kept: number) => {
    const again = kept === 1 ? "the saved key again" : `${kept} saved keys again`;
    if (asked === 0) return kept === 0 ? "Fetch from ALAS" : `Write ${again}`;
    if (kept === 0) return asked === 1 ? "Fetch the key from ALAS" : `Fetch ${asked} keys from ALAS`;
    return `Fetch ${asked === 1 ? "1 key" : `${asked} keys`} from ALAS, and write ${again}`;
  },
  /** Why it does nothing then. */
  nothingChosen: "No system is ticked yet.",
  byHand: "Links saved by hand",
  byHandHint: "These were saved with a text editor. Keyferry makes a request from each when you fetch it.",
  fetchByHand: (file: string) => `Fetch the key for ${file}`,
  phases: {
    waiting: "Waiting",
    asking: "Contacting ALAS",
    receiving: "Receiving the answer",
    writing: "Writing to the stick",
    "reading-back": "Reading back and comparing",
    done: "Finished",
  } satisfies TextFor<FetchProgress["phase"] | "waiting">,
  progress: "Progress",
  running,
  cancel: "Cancel",
  cancelling: "Cancelling… Requests already sent may have used an activation.",
  closing: {
    question: "Keys are still being fetched. Close Keyferry all the same?",
    detail: "The fetch is cancelled first. Requests that were already sent may have used an activation.",
    stay: "Keep fetching",
    close: "Cancel and close",
  },
  results: "Results",
  summary: (keys: number, failed: number) =>
    failed === 0
      ? `${keys === 1 ? "1 key" : `${keys} keys`}, none missing`
      : `${keys === 1 ? "1 key" : `${keys} keys`} fetched, ${failed} not fetched`,
  keysFolded: (count: number) => `Show the ${count} keys`,
  /** Something that is said of some systems: their names, and how many more there are. */
  about: (names: readonly string[], more: number, said: string) =>
    `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}: ${said}`,
  /** Some with the very same failure. */
  sameFailure: (count: number) => `${count} systems`,
  keyFile: "Key file",
  size: "Size",
  sha256: "SHA-256",
  fetched: "Key fetched",
  writtenAgain: "Saved key written again",
  refused: "ALAS answered with an error",
  failed: "Not fetched",
  counted: {
    yes: "This fetch used an activation.",
    perhaps: "This fetch may have used an activation.",
    no: "This fetch did not use an activation.",
    "not-asked": "ALAS was not contacted: no activation was used.",
  } satisfies TextFor<PastFetch["counted"] | "not-asked">,
  answerKept: "A copy of the server's answer is saved on this computer:",
  keyKept:
    "The key arrived and is saved on this computer. Once the stick can be written to, the key is written to it without contacting ALAS again:",
  whatItMeans: "What it means",
  whatToDo: "What to do",
  whomToCall: "Whom to call",
  copyDetails: "Copy details for support",
  /** Beside one of several with the same failure. */
  copyOne: "Copy details",
  copyAll: (count: number) => `Copy the details of all ${count}`,
  copied: "Copied",
  support,
  backToRequests: "Back to the requests",
  toRetry: "Fetch once more…",
};

export type FetchTexts = Translation<typeof fetch>;
