import { contextBridge, ipcRenderer } from "electron";
import type { Answered, Channel, EventName, Events, Input } from "../core/ipc.ts";

// The bridge is all that the sandboxed window gets: fixed channels and payloads, no Electron object.
const call =
  <C extends Channel>(channel: C) =>
  (input: Input<C>): Answered<C> =>
    ipcRenderer.invoke(channel, input);

const callWithoutInput =
  <C extends Channel>(channel: C) =>
  (): Answered<C> =>
    ipcRenderer.invoke(channel);

const on =
  <E extends EventName>(name: E) =>
  (listener: (payload: Events[E]) => void): (() => void) => {
    const onEvent = (_event: unknown, payload: Events[E]) => listener(payload);
    ipcRenderer.on(name, onEvent);
    return () => {
      ipcRenderer.removeListener(name, onEvent);
    };
  };

const bridge = {
  start: callWithoutInput("app.start"),
  changeSettings: call("settings.change"),
  chooseFolder: callWithoutInput("drives.chooseFolder"),
  scan: call("stick.scan"),
  whyReadOnly: call("stick.whyReadOnly"),
  mount: call("stick.mount"),
  eject: call("stick.eject"),
  request: call("stick.request"),
  fetch: call("stick.fetch"),
  fetchByHand: call("stick.fetchByHand"),
  cancelFetch: callWithoutInput("fetch.cancel"),
  reachAlas: callWithoutInput("alas.reach"),
  signInAtProxy: call("proxy.signIn"),
  deliver: call("stick.deliver"),
  deliverByHand: call("stick.deliverByHand"),
  chooseDeliveryFolder: callWithoutInput("deliver.chooseFolder"),
  showDelivery: callWithoutInput("deliver.show"),
  clipboardLink: callWithoutInput("clipboard.link"),
  copyText: call("text.copy"),
  onDrivesChanged: on("drives.changed"),
  onDrivesFailed: on("drives.failed"),
  onFetchProgress: on("fetch.progress"),
  onScanProgress: on("scan.progress"),
  onProxySignInWanted: on("proxy.signInWanted"),
};

export type Bridge = typeof bridge;

contextBridge.exposeInMainWorld("keyferry", bridge);
