import type { AlasRetry } from "../../answer/alas-errors.ts";
import type { ProblemCode } from "../../problem.ts";
import type { LicenseStatus } from "../../status/license-status.ts";
import type { TextFor, Translation } from "../translation.ts";
import { untrusted } from "../untrusted.ts";

const usage = `Keyferry carries a licence activation across an air gap on a USB stick.

  drives                                      lists the drives
  request --drive P --url TEXT|-              step 1, at Computer B: puts a request on the stick
          [--asset-id ID] [--note T] [--operator NAME] [--minimal] [--again]
  scan    --drive P                           tells what is on the stick
  reach                                       tells whether this computer can reach ALAS; uses no activation
  fetch   --drive P [--ticket ID …]           step 2, at Computer A: fetches the keys
          [--by-hand FILE] [--again]
  deliver --drive P --to DIR [--ticket ID …]  step 3, at Computer B: copies the keys for the console's upload
          [--asset-id ID] [--by-hand FILE]
  status  --text TEXT|-                       reads the console's licence status
  explain CODE                                explains an ALAS code

Everywhere: --json prints one JSON object, --lang ja|en chooses the language, --policy FILE adds a site policy.
fetch and deliver take --operator NAME, too. "-" reads standard input.
Exit: 0 done, 2 input, 3 stick, 4 network, 5 refused by ALAS, 6 integrity, 7 different results.
`;

export const cli = {
  usage,
  noDrives: "No drives were found.",
  free: (size: string) => `${size} free`,
  readOnly: "read-only",
  unusable: (reason: string) => `not usable: ${reason}`,
  requests: (count: number) => (count === 1 ? "1 request" : `${count} requests`),
  written: (folder: string) => `Written and read back: ${folder}`,
  trimmed: (what: string) => `Removed: ${what}`,
  assetId: (id: string | null) => (id === null ? "Asset ID: unknown" : `Asset ID: ${id}`),
  emptyStick: "There is no request on this stick.",
  byHand: (file: string) => `Saved by hand: ${file}`,
  foreign: (file: string) => `Unexpected file: ${file}`,
  nothingToFetch: "There is nothing to fetch.",
  fetched: (file: string, size: string) => `Key fetched, written and read back: ${file} (${size})`,
  kept: (path: string) => `Kept file: ${path}`,
  keptAnswer: (path: string) => `A copy of the server's answer is saved on this computer: ${path}`,
  /** How far a fetch of several has come. */
  progress: (done: number, total: number) => `${done} of ${total} done`,
  scanProgress: (done: number, total: number) => `${done} of ${total} requests read`,
  /** The server of a URL, where it is not the vendor's own. */
  host: (host: string) => `Server: ${untrusted(host)}`,
  /** A request that an unnamed fetch left, and how to fetch it. */
  notFetched: (reason: string, options: string) => `Not fetched: ${reason} To fetch it anyway: ${options}`,
  delivered: (path: string) => `Copied and compared: ${path}`,
  uploadNow: "Now, in the console under [License Check and Activation], Step 2: [Browse], choose the file, [Upload].",
  licence: {
    activated: "The licence is activated.",
    expired: "The licence has expired.",
    "not-activated": "The licence is not activated.",
    unknown: "The state of the licence could not be determined.",
  } satisfies TextFor<LicenseStatus["state"]>,
  expiresIn: (days: number, hours: number) => `Expires in: ${days} days ${hours} hours`,
  expiresAt: (moment: string) => `Expires: ${moment}`,
  licenceType: (type: string) => `Type: ${type}`,
  lastCheck: (moment: string) => `Last check: ${moment}`,
  retry: {
    no: "Fetch again: no",
    later: "Fetch again: later",
    "after-15-minutes": "Fetch again: once, after 15 minutes",
    "after-fix": "Fetch again: with a newly copied link",
  } satisfies TextFor<AlasRetry>,
  /** What to do with commands and options: instead of a remedy that speaks of what the window shows. */
  remedies: {
    "wait-not-over": "Wait until then, or add --again to fetch at once.",
    "unknown-ticket": "List the requests with “scan”, then name one of them.",
    "already-requested":
      "Use that one: fetching a URL twice may use another activation. To write it a second time all the same, add --again.",
    "activations-used-up":
      "Call your service representative to have the limit raised. Only after that, fetch once more, with --ticket and --again.",
    "by-hand-unusable": "Look at “byHand” in the result of “scan”, then name a file as shown there.",
    "proxy-sign-in":
      "Set KEYFERRY_PROXY, KEYFERRY_PROXY_USER and KEYFERRY_PROXY_PASSWORD for this proxy, or ask the network administrator for a user name and password. A browser can fetch the key, too: the URL is in activation-url.txt on the stick.",
    "note-required": "Make the request at Computer B with --note, for example with a work order number.",
    "operator-required": "Give your name with --operator. It cannot be left out here with --minimal.",
  } satisfies Partial<TextFor<ProblemCode>>,
};

export type CliTexts = Translation<typeof cli>;
