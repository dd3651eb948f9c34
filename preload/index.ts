import { contextBridge, ipcRenderer } from "electron";
import type { Answered, Channel, EventName, Events, Input } from "../core/ipc.ts";

// The sandboxed window gets this and nothing else: fixed channels, payload only, no Electron object handed on.
const call =
  <C extends Channel>(channel: C) =>
  (input: Input<C>): Answered<C> =>
    ipcRenderer.invoke(channel, input);

const ask =
  <C extends Channel>(channel: C) =>
  (): Answered<C> =>
    ipcRenderer.invoke(channel);

const on =
  <E extends EventName>(name: E) =>
  (listener: (payload: Events[E]) => void): (() => void) => {
    const pass = (_event: unknown, payload: Events[E]) => listener(payload);
    ipcRenderer.on(name, pass);
    return () => {
      ipcRenderer.removeListener(name, pass);
    };
  };

const bridge = {
  start: ask("app.start"),
  changeSettings: call("settings.change"),
  chooseFolder: ask("drives.chooseFolder"),
  scan: call("stick.scan"),
  whyReadOnly: call("stick.whyReadOnly"),
  mount: call("stick.mount"),
  eject: call("stick.eject"),
  request: call("stick.request"),
  fetch: call("stick.fetch"),
  fetchByHand: call("stick.fetchByHand"),
  cancelFetch: ask("fetch.cancel"),
  reachAlas: ask("alas.reach"),
  signInAtProxy: call("proxy.signIn"),
  deliver: call("stick.deliver"),
  deliverByHand: call("stick.deliverByHand"),
  chooseDeliveryFolder: ask("deliver.chooseFolder"),
  showDelivery: ask("deliver.show"),
  clipboardLink: ask("clipboard.link"),
  copyText: call("text.copy"),
  onDrivesChanged: on("drives.changed"),
  onDrivesFailed: on("drives.failed"),
  onFetchProgress: on("fetch.progress"),
  onScanProgress: on("scan.progress"),
  onProxySignInWanted: on("proxy.signInWanted"),
};

export type Bridge = typeof bridge;

contextBridge.exposeInMainWorld("keyferry", bridge);
