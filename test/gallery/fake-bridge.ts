import { ok } from "../../core/result.ts";
import type { Bridge } from "../../preload/index.ts";

const nothing = () => () => undefined;
const never = () => new Promise<never>(() => undefined);

/** A bridge to nowhere: the gallery shows states, it does not go from one to the next. `clipboard` is what it would find. */
export const fakeBridge = (clipboard: string | null): Bridge => ({
  start: never,
  changeSettings: async () => ok({ computer: null, language: null, consoleLanguage: null }),
  chooseFolder: never,
  scan: never,
  whyReadOnly: never,
  mount: never,
  eject: never,
  request: never,
  fetch: never,
  fetchByHand: never,
  cancelFetch: async () => ok(null),
  deliver: never,
  deliverByHand: never,
  chooseDeliveryFolder: never,
  showDelivery: async () => ok(null),
  clipboardLink: async () => ok(clipboard),
  copyText: async () => ok(null),
  onDrivesChanged: nothing,
  onDrivesFailed: nothing,
  onFetchProgress: nothing,
});
