import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../random.ts";
import { type Mutation, type Scene, someFile } from "../scene.ts";

// By bytes, since a name on a stick need not be UTF-8.
const odd = (text: string): Buffer => Buffer.from(text);
const ODD_NAMES: readonly Buffer[] = [
  ...["CON", "NUL.txt", "aux.key", "COM1.json", "lpt9", "con.key.part"].map(odd), // Windows' own
  ...["trailing.", "trailing ", " leading", "ticket.json ", "ticket.json.", "answer.json::$DATA"].map(odd),
  ...["new\nline.key", "bell\u0007.txt", "esc\u001b[31m.exe", "tab\t.key", "\u007f"].map(odd),
  ...["\u202egpj.key", "zero\u200bwidth.key", "\ufeffticket.json", "mark\u2066.txt"].map(odd), // bidirectional, unseen
  ...["..\\..\\up.key", "C:\\x.key", "back\\slash", "~", "-rf", "*?.key", '"quoted".key', "%2e%2e%2f.key"].map(odd),
  ...["ＫＥＹＦＥＲＲＹ", "ﾃｽﾄ.key", "e\u0301.key", "é.key", "🔑.key", "a".repeat(251), "あ".repeat(83)].map(odd),
  ...[`${"k".repeat(251)}.key`, `${"t".repeat(251)}.txt`, "..key", "...", ".key", "ticket.JSON", "Answer.json"].map(
    odd,
  ),
  ...["__proto__", "constructor", "toString", "null", "undefined", "NaN"].map(odd),
  Buffer.of(0xff, 0xfe, 0x2e, 0x6b, 0x65, 0x79),
  Buffer.of(0xc0, 0xaf, 0x2e, 0x74, 0x78, 0x74), // "/" in too many bytes
  Buffer.of(0xed, 0xa0, 0x80), // half of a pair
  Buffer.of(0x83, 0x65, 0x83, 0x58, 0x83, 0x67), // Shift_JIS
];

const SLASH = Buffer.from("/");
const below = (folder: string, name: Buffer): Buffer => Buffer.concat([Buffer.from(folder), SLASH, name]);

/** A name that ends as a request's folder does, with something odd before or behind it. */
function oddFolder({ victim }: Scene, random: Random): Buffer {
  const id = Buffer.from(victim.id);
  const dash = Buffer.from("-");
  return random.pick([
    Buffer.concat([random.pick(ODD_NAMES).subarray(0, 200), dash, id]),
    Buffer.concat([Buffer.from(victim.folder), random.pick(ODD_NAMES).subarray(0, 200)]),
    Buffer.from(victim.folder.toLowerCase()),
    Buffer.from(`${"x".repeat(60)}-${victim.id}`),
    Buffer.from(`ze-207-${victim.id}\n`),
    Buffer.from(`con-${victim.id}`),
    random.pick(ODD_NAMES),
  ]);
}

/** Where a file with an odd name may lie. */
const somewhere = ({ root, keyferry, victim }: Scene, random: Random): string =>
  random.pick([root, keyferry, victim.path]);

/** Names that a system, a terminal or a program could stumble over. */
export const nameMutations: readonly Mutation[] = [
  {
    name: "the folder has an odd name",
    harm: (scene, random) => renameSync(scene.victim.path, below(scene.keyferry, oddFolder(scene, random))),
  },
  {
    name: "a file has an odd name",
    harm: (scene, random) => renameSync(someFile(scene, random), below(scene.victim.path, random.pick(ODD_NAMES))),
  },
  {
    name: "files with odd names beside",
    harm: (scene, random) => {
      const folder = somewhere(scene, random);
      const names = random.shuffled(ODD_NAMES).slice(0, 8);
      for (const name of names) writeFileSync(below(folder, name), random.bytes(30), { flag: "wx" });
    },
  },
  {
    name: "folders with odd names beside",
    harm: (scene, random) => {
      const folder = somewhere(scene, random);
      for (const name of random.shuffled(ODD_NAMES).slice(0, 4)) {
        mkdirSync(below(folder, name));
        writeFileSync(Buffer.concat([below(folder, name), Buffer.from("/ticket.json")]), random.bytes(30));
      }
    },
  },
  {
    name: "the folder's id is in other letters",
    harm: ({ victim, keyferry }) =>
      renameSync(victim.path, join(keyferry, victim.folder.replace(victim.id, victim.id.toLowerCase()))),
  },
];
