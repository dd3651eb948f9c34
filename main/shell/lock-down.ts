import type { App, Session, WebContents } from "electron";
import { isAppAddress } from "./app-protocol.ts";

const DEAD_PROXY = "http://127.0.0.1:9"; // the discard port: no program listens there

/** Refuses every permission and every request of the window's session that is not for the app's own files. */
export async function lockSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // The second lock behind the content security policy: nothing in the window reaches the network.
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url) }));
  session.on("will-download", (event) => event.preventDefault());
  // The third: what asks neither, such as a call between browsers (WebRTC), finds nobody at the only way out.
  await session.setProxy({ mode: "fixed_servers", proxyRules: DEAD_PROXY, proxyBypassRules: "<-loopback>" });
}

/** The app's own files, and the developer tools' own pages when somebody opened them. */
const mayLoad = (address: string): boolean => isAppAddress(address) || address.startsWith("devtools://");

/** Holds every present and future web contents on the page it was made with: no navigation, no new window, no webview. */
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
