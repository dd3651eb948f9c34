import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, linkSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { recordText, type TicketId } from "../../core/stick/records.ts";

/** What must never be seen of what lies beside the stick. */
export const CANARY = "CANARY-7F3A-OUTSIDE-OF-THE-STICK";
/** An asset ID that only the URL outside has. */
const CANARY_URL = `https://alas.stratus.com/alas/activate?siteid=${CANARY}&sig=1`;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** What lies beside the stick: files for links to lead to, and what is no file, to be linked into the stick. */
export interface Outside {
  readonly path: string;
  readonly files: readonly string[];
  /** Pipe, socket and, as root, devices. */
  readonly specials: readonly string[];
  readonly key: { readonly name: string; readonly bytes: number; readonly sha256: string };
  /** Changes whenever something was written, removed or added there. */
  fingerprint(): string;
}

/** Lays it out below `home`. The files are such that a reader who follows a link would take them for good ones. */
export async function layOutside(home: string): Promise<Outside> {
  const path = join(home, "outside");
  const inner = join(path, "KEYFERRY", "ze-666-0000000000");
  mkdirSync(inner, { recursive: true });
  const key = Buffer.from(`${CANARY}: a key`);
  const url = Buffer.from(`${CANARY_URL}\r\n`);
  const ticket = { ...TICKET, url: { bytes: CANARY_URL.length, sha256: sha256(Buffer.from(CANARY_URL)) } };
  for (const folder of [path, inner]) {
    writeFileSync(join(folder, "av_1_A.key"), key);
    writeFileSync(join(folder, "activation-url.txt"), url);
    writeFileSync(join(folder, "ticket.json"), recordText(ticket));
  }
  const specials = await makeSpecials(path);
  return {
    path,
    files: ["av_1_A.key", "activation-url.txt", "ticket.json"].map((name) => join(path, name)),
    specials,
    key: { name: "av_1_A.key", bytes: key.length, sha256: sha256(key) },
    fingerprint: () => [path, inner].map(fingerprintOf).join("\n"),
  };
}

const TICKET = {
  format: "keyferry-ticket",
  version: 1,
  id: "0000000000" as TicketId, // as its schema wants it
  createdAt: "2026-11-24T09:30:00+09:00",
  assetId: CANARY,
  note: CANARY,
} as const;

async function makeSpecials(path: string): Promise<readonly string[]> {
  const at = (name: string) => join(path, name);
  const [pipe, socket, zero, disk] = [at("pipe"), at("socket"), at("zero"), at("disk")];
  execFileSync("mkfifo", [pipe]);
  await makeSocket(socket);
  if (process.getuid?.() === 0) {
    execFileSync("mknod", [zero, "c", "1", "5"]); // endless zeros
    execFileSync("mknod", [disk, "b", "7", "250"]); // a loop device
  }
  const made = [pipe, socket, zero, disk].filter((file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined);
  for (const file of made) chmodSync(file, 0o666);
  return made;
}

/** Node takes a socket's file away with its server: so a second name keeps it. */
async function makeSocket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(`${path}.tmp`, resolve));
  linkSync(`${path}.tmp`, path);
  await new Promise((resolve) => server.close(resolve));
  rmSync(`${path}.tmp`, { force: true });
}

/** Told by times and sizes, which the system keeps: reading it all after each stick would take longer than the stick. */
function fingerprintOf(path: string): string {
  const lines = readdirSync(path).map((name) => {
    const { mode, size, mtimeMs, ino } = lstatSync(join(path, name));
    return `${name} ${mode} ${size} ${mtimeMs} ${ino}`;
  });
  return lines.sort().join("\n");
}
