import { ok } from "../../core/result.ts";
import type { Bridge } from "../../preload/index.ts";

const subscribe = () => () => undefined;
const pending = () => new Promise<never>(() => undefined);

/** The DOM event by which a test sends the page a fetch's progress. */
export const FETCH_PROGRESS = "fetch-progress";

/** Returns a bridge without a main process: most calls never end, so that the gallery's state does not change. */
export const fakeBridge = (clipboard: string | null): Bridge => ({
  start: pending,
  changeSettings: async () => ok({ computer: null, language: null, consoleLanguage: null, operator: null }),
  chooseFolder: pending,
  scan: pending,
  whyReadOnly: pending,
  mount: pending,
  eject: pending,
  request: pending,
  fetch: pending,
  fetchByHand: pending,
  cancelFetch: async () => ok(null),
  reachAlas: pending,
  signInAtProxy: pending,
  deliver: pending,
  deliverByHand: pending,
  chooseDeliveryFolder: pending,
  showDelivery: async () => ok(null),
  clipboardLink: async () => ok(clipboard),
  copyText: async () => ok(null),
  onDrivesChanged: subscribe,
  onDrivesFailed: subscribe,
  onFetchProgress: (listener) => {
    const onEvent = (event: Event) => event instanceof CustomEvent && listener(event.detail);
    addEventListener(FETCH_PROGRESS, onEvent);
    return () => removeEventListener(FETCH_PROGRESS, onEvent);
  },
  onScanProgress: subscribe,
  onProxySignInWanted: subscribe,
});
