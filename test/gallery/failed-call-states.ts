import type { Problem } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { GalleryState } from "./gallery-state.ts";
import * as sample from "./samples.ts";
import { after, empty, oneKey, plug, read } from "./trip-events.ts";

const { stick } = sample;
const failed: Problem = { code: "unexpected", detail: "the main process did not answer" };
const fails = async () => err(failed);

/** Buttons whose call failed, each with its problem beside it. */
export const failedCallStates: Readonly<Record<string, GalleryState>> = {
  "link-clipboard-empty": { ...after("B"), press: "main .big" },
  "link-file-too-large": { ...after("B", plug(stick), read(empty)), dropped: 65 * 1024 },
  "fetch-copy-failed": {
    ...after("A", plug(stick), read(sample.holding(sample.usedUp))),
    press: ".copy button",
    bridge: { copyText: fails },
  },
  "deliver-folder-failed": {
    ...after("B", ...oneKey),
    press: ".target button",
    bridge: { chooseDeliveryFolder: fails },
  },
  "upload-show-failed": {
    ...after("B", ...oneKey, { type: "copy-wanted" }, { type: "copy-ended", outcome: ok(sample.delivery) }),
    press: ".key-place button",
    bridge: { showDelivery: fails },
  },
};
