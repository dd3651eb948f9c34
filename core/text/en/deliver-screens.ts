import type { Startup } from "../../ipc.ts";
import type { ConsoleLabels } from "../console-labels.ts";
import type { TextFor, Translation } from "../translation.ts";

export const deliver = {
  keys: "Keys on the stick",
  compare: (labels: ConsoleLabels) => `Does the top of the console show exactly this [${labels.assetId}]?`,
  copy: (assetId: string | null) => (assetId === null ? "Copy the key" : `Yes, it is ${assetId}: copy the key`),
  copyByHand: (file: string) => `Copy ${file}`,
  goesTo: "Goes to",
  otherFolder: "Choose another folder",
  noKeyYet: "Make a request instead",
  file: "File",
  folder: "Folder",
  show: {
    win32: "Show in File Explorer",
    darwin: "Show in the Finder",
    linux: "Show in the file manager",
  } satisfies TextFor<Startup["platform"]>,
  stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,
  uploadSteps: (fileName: string) => [
    (labels: ConsoleLabels) =>
      `In the console, click [${labels.preferences}] on the left, then [${labels.productLicense}].`,
    (labels: ConsoleLabels) => `Open the bar [${labels.checkAndActivation}].`,
    (labels: ConsoleLabels) =>
      `Under [${labels.step2}], click [${labels.browse}]. Choose ${fileName} and click [${labels.open}].`,
    (labels: ConsoleLabels) => `Click [${labels.upload}] and wait until the console has finished.`,
    (labels: ConsoleLabels) => `Click [${labels.checkNow}] and compare the line [${labels.status}].`,
  ],
  next: "Next",
  previous: "Back",
  statusLine: "The console shows a line like this:",
  activated: "The console says it is activated",
  /** Where the console does not say that: how to find out why. */
  somethingElse: "It shows something else",
  checkFile: (fileName: string) => (labels: ConsoleLabels) =>
    `Check that you uploaded ${fileName}, then click [${labels.checkNow}] again. If nothing changes, note down the status and call your service representative.`,
  notYet: "Choose another key",
  remains: "Still on the stick, not yet copied",
  nothingRemains: "No other key is waiting on the stick.",
  nextKey: "Upload another key",
  newRequest: "Make a new request",
};

export type DeliverTexts = Translation<typeof deliver>;
