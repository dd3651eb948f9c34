import type { ConsoleLabels } from "../console-labels.ts";
import type { Translation } from "../translation.ts";

export const request = {
  findLink: "Where the link is in the console",
  consoleLanguage: "Console language",
  linkSteps: [
    (labels: ConsoleLabels) => `Click [${labels.preferences}] on the left.`,
    (labels: ConsoleLabels) => `Click [${labels.productLicense}].`,
    (labels: ConsoleLabels) => `Open the bar [${labels.checkAndActivation}].`,
    (labels: ConsoleLabels) => `Right-click the link [${labels.link}] and copy its address.`,
  ],
  bothNames: (labels: ConsoleLabels) => `Some consoles call it [${labels.linkAlso}] or similar.`,
  box: "Activation link",
  boxHint: "Paste it, drop the link or a file that holds it, or type it.",
  noLinkFile: "This is no file with a link. Drop the link itself, or a text or .url file.",
  paste: "Paste from the clipboard",
  clipboardEmpty: "The clipboard holds no activation link. Copy the link's address in the console first.",
  offer: "The clipboard holds an activation link.",
  takeOffer: "Use this link",
  trimmed: (what: readonly string[]) => `Removed: ${what.join(", ")}. The link itself is unchanged.`,
  pasteOther: "Paste another link",
  compare: (labels: ConsoleLabels) => `Does the top of the console show exactly this [${labels.assetId}]?`,
  yes: (assetId: string) => `Yes, it is ${assetId}`,
  assetIdField: (labels: ConsoleLabels) => `[${labels.assetId}] at the top of the console`,
  normalised: (assetId: string) => `Full-width or unusual characters were replaced. It is read as ${assetId}.`,
  withoutAssetId: "Go on without it",
  note: "Note",
  noteHint: "For example a work order number. It is written to the stick.",
  operator: "Your name",
  operatorHint: "It is written to the records on the stick and remembered on this computer.",
  minimal: "Leave out the note, your name and this computer's",
  minimalHint: "Then the stick names no computer and no person.",
  haveKey: "I already have a key to upload",
  write: (stick: string) => `Write the request to ${stick}`,
  twice: "The same link is already on this stick. Fetching it twice may use two activations.",
  writeAgain: "Write it once more",
  another: "Make a request for another system",
};

export type RequestTexts = Translation<typeof request>;
