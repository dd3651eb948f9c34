import { spawn } from "node:child_process";
import { mountExfat, type TestStick } from "../fixtures/exfat-stick.ts";
import { type PracticeSite, startPracticeSite } from "../fixtures/practice-site.ts";
import { keyOnStick, sha256 } from "../fixtures/three-steps.ts";

/** Lays everything out for a person to walk through the three steps, opens the app, and says at the end how it went. */
export async function openDemo(
  startApp: (env: Readonly<Record<string, string>>, switches: readonly string[]) => Promise<number>,
  print: (line: string) => void,
): Promise<number> {
  const site = await startPracticeSite();
  const stick = await mountExfat();
  try {
    print(instructions(site, stick));
    openInBrowser(site.console.url);
    const code = await startApp(site.env, site.switches);
    await report(site, stick, print);
    return code;
  } finally {
    await stick.unmount();
    await site.close();
  }
}

const instructions = ({ console }: PracticeSite, { root, type }: TestStick): string => `
The practice console is open in your browser: ${console.url}
  1  In Keyferry choose Computer B, and paste the link that the console shows under Product License.
     Instead of a stick choose the folder ${root} (${type === "exfat" ? "a real exFAT file system" : "a plain folder"}).
  2  Change to Computer A and fetch the key from the practice ALAS.
  3  Change back to Computer B, copy the key, and upload it in the console.
Close the window when you are done.
`;

function openInBrowser(url: string): void {
  const openers = { darwin: ["open", url], win32: ["explorer.exe", url] } as const;
  const [program, ...args] =
    process.platform === "darwin" || process.platform === "win32" ? openers[process.platform] : ["xdg-open", url];
  // The address is printed too: where nothing opens it, a person can.
  spawn(program, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

async function report(site: PracticeSite, stick: TestStick, print: (line: string) => void): Promise<void> {
  const status = await (await fetch(new URL("/status.json", site.console.url))).json();
  const [sent] = site.alas.sent;
  print(`requests to ALAS             ${site.alas.requests.length}`);
  if (!sent) return print("no key was fetched");
  const carried = await keyOnStick({ stick }).then(sha256, () => "-");
  print(`SHA-256 as ALAS sent it      ${sha256(sent)}`);
  print(`SHA-256 as it lies on stick  ${carried}`);
  print(`SHA-256 as it was uploaded   ${status.uploadedSha256 ?? "-"}`);
  print(status.activated ? "the practice console says: activated" : "the practice console is not activated yet");
}
