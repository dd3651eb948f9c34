import type { DeliverTexts } from "../screen-texts.ts";

export const deliver: DeliverTexts = {
  keys: "Keys on the stick",
  compare: (labels) => `Does the top of the console show exactly this [${labels.assetId}]?`,
  copy: (assetId) => (assetId === null ? "Copy the key" : `Yes, it is ${assetId}: copy the key`),
  copyByHand: (file) => `Copy ${file}`,
  goesTo: "Goes to",
  otherFolder: "Choose another folder",
  noKeyYet: "Make a request instead",
  file: "File",
  folder: "Folder",
  show: { win32: "Show in File Explorer", darwin: "Show in the Finder", linux: "Show in the file manager" },
  stepOf: (step, steps) => `Step ${step} of ${steps}`,
  uploadSteps: (fileName) => [
    (labels) => `In the console, click [${labels.preferences}] on the left, then [${labels.productLicense}].`,
    (labels) => `Open the bar [${labels.checkAndActivation}].`,
    (labels) => `Under [${labels.step2}], click [${labels.browse}]. Choose ${fileName} and click [${labels.open}].`,
    (labels) => `Click [${labels.upload}] and wait until the console has finished.`,
    (labels) => `Click [${labels.checkNow}] and compare the line [${labels.status}].`,
  ],
  next: "Next",
  previous: "Back",
  statusLine: "The console shows a line like this:",
  activated: "The console says it is activated",
  somethingElse: "It shows something else",
  checkFile: (fileName) => (labels) =>
    `Check that you uploaded ${fileName}, then click [${labels.checkNow}] again. If nothing changes, note down the status and call your service representative.`,
  notYet: "Choose another key",
  remains: "Still on the stick, not yet delivered",
  nothingRemains: "No other key is waiting on the stick.",
  nextKey: "Deliver another key",
  newRequest: "Make a new request",
};
