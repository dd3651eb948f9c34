import type { App, Session, WebContents } from "electron";
import { isAppAddress } from "./app-protocol.ts";

const DEAD_PROXY = "http://127.0.0.1:9"; // the discard port: no program listens there

/** Denies every permission, and every request of the window's session except for the app's own files. */
export async function lockSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // The second barrier after the content security policy: no request of the window reaches the network.
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url) }));
  session.on("will-download", (event) => event.preventDefault());
  // The third barrier: traffic that bypasses both, such as WebRTC, gets a proxy that does not exist.
  await session.setProxy({ mode: "fixed_servers", proxyRules: DEAD_PROXY, proxyBypassRules: "<-loopback>" });
}

/** Allows the app's own files and the pages of the developer tools. */
const mayLoad = (address: string): boolean => isAppAddress(address) || address.startsWith("devtools://");

/** Locks all web contents to their first page: no navigation, no new window, no webview. */
export function lockContents(app: App): void {
  app.on("web-contents-created", (_event, contents) => lock(contents));
}

function lock(contents: WebContents): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}
