import { ok } from "../../core/result.ts";
import type { Bridge } from "../../preload/index.ts";

const nothing = () => () => undefined;
const never = () => new Promise<never>(() => undefined);

/** What a test may tell the page: the main process's word of a fetch's progress. */
export const FETCH_PROGRESS = "fetch-progress";

/** A bridge to nowhere: the gallery shows states, it does not go from one to the next. `clipboard` is what it would find. */
export const fakeBridge = (clipboard: string | null): Bridge => ({
  start: never,
  changeSettings: async () => ok({ computer: null, language: null, consoleLanguage: null, operator: null }),
  chooseFolder: never,
  scan: never,
  whyReadOnly: never,
  mount: never,
  eject: never,
  request: never,
  fetch: never,
  fetchByHand: never,
  cancelFetch: async () => ok(null),
  reachAlas: never,
  signInAtProxy: never,
  deliver: never,
  deliverByHand: never,
  chooseDeliveryFolder: never,
  showDelivery: async () => ok(null),
  clipboardLink: async () => ok(clipboard),
  copyText: async () => ok(null),
  onDrivesChanged: nothing,
  onDrivesFailed: nothing,
  onFetchProgress: (listener) => {
    const pass = (event: Event) => event instanceof CustomEvent && listener(event.detail);
    addEventListener(FETCH_PROGRESS, pass);
    return () => removeEventListener(FETCH_PROGRESS, pass);
  },
  onScanProgress: nothing,
  onProxySignInWanted: nothing,
});
