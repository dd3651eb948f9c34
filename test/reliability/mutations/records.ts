import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isKeyName } from "../../../core/stick/stick-layout.ts";
import type { Random } from "../random.ts";
import { type Mutation, type Scene, someFile } from "../scene.ts";

const RECORDS = ["ticket.json", "answer.json", "delivery.json"] as const;

/** JSON as a text, since most of these values JSON.stringify does not write. */
const ODD_VALUES: readonly string[] = [
  ...'null true 0 -0 -1 1.5 1e400 -1e400 1e308 5e-324 9007199254740993 [] {} [[]] ""'.split(" "),
  ...['"\\ud800"', '"\\u0000"', '"\\u202egpj"', '"1"', '"\\n\\u001b[2J"', '"constructor"', '{"length":1e9}'],
  ...["NaN", "undefined", "01", "'x'", "1,", '"', "{", "]"], // no JSON
  `"${"x".repeat(60_000)}"`,
  `"${"\\u3042".repeat(500)}"`,
  `${"[".repeat(30_000)}${"]".repeat(30_000)}`,
  `${'{"a":'.repeat(8_000)}1${"}".repeat(8_000)}`,
  `[${"0,".repeat(30_000)}0]`,
  `{${Array.from({ length: 4_000 }, (_, place) => `"k${place}":0`).join(",")}}`,
];

const ODD_KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "then",
  "toJSON",
  "",
  "length",
];

const someRecord = ({ victim }: Scene, random: Random): string =>
  join(victim.path, random.pick(RECORDS.filter((name) => victim.files.has(name))));

const editText = (name: string, change: (text: string, random: Random) => string): Mutation => ({
  name,
  harm: (scene, random) => {
    const file = someRecord(scene, random);
    writeFileSync(file, change(readFileSync(file, "utf8"), random));
  },
});

/** The places of a record's values: what stands between a colon and the line's end. */
const VALUE = /(?<=": )(?:"[^"\n]*"|\d+)/g;

function withOtherValue(text: string, random: Random): string {
  const values = [...text.matchAll(VALUE)];
  const { index, 0: value } = random.pick(values);
  return text.slice(0, index) + random.pick(ODD_VALUES) + text.slice(index + value.length);
}

const member = (random: Random) => `"${random.pick(ODD_KEYS)}": ${random.pick(ODD_VALUES)}`;

/** Names that a record may give to a key: allowed by its letters, refused, or somebody else's. */
const KEY_NAMES = [
  ...["CON.key", "nul.key", "aux.x.key", "LPT1.key", "..key", ".hidden.key", "-rf.key", "a..key", "a.key.key"],
  ...["../up.key", "/etc/hostname", "../../outside/av_1_A.key", "answer.json", "ticket.json", "x/../y.key", "a\\b.key"],
  ...["AV_12345_A.KEY", "a.key ", "a.key\u0000", "", "av_12345_A.key.part", `${"k".repeat(60)}.key`, "__proto__.key"],
];

/** The key itself is whole: only what it is called is odd. */
function renameKey({ victim }: Scene, random: Random): void {
  const file = join(victim.path, "answer.json");
  const record = JSON.parse(readFileSync(file, "utf8"));
  const name = random.pick(KEY_NAMES);
  const key = [...victim.files.keys()].find(isKeyName);
  if (key !== undefined && name !== "" && !/[/\0]/.test(name))
    renameSync(join(victim.path, key), join(victim.path, name));
  writeFileSync(file, JSON.stringify({ ...record, file: { ...record?.file, name } }));
}

/** What JSON can hold, and what it must not. */
export const recordMutations: readonly Mutation[] = [
  editText("a value is another", withOtherValue),
  editText("a value is another, and one more", (text, random) => withOtherValue(withOtherValue(text, random), random)),
  editText("a member that no record has", (text, random) => text.replace("{", () => `{ ${member(random)},`)),
  editText("a member twice", (text, random) => {
    const name = random.pick([...text.matchAll(/"(\w+)":/g)])[1];
    return text.replace(/\}\s*$/, () => `, "${name}": ${random.pick(ODD_VALUES)} }`);
  }),
  editText("a line is gone", (text, random) => {
    const lines = text.split("\n");
    lines.splice(random.below(lines.length), 1);
    return lines.join("\n");
  }),
  editText("another value in the record's place", (_, random) => random.pick(ODD_VALUES)),
  editText("made by a newer version", (text, random) =>
    text.replace('"version": 1', () => `"version": ${random.pick(["2", "1e400", "1.5", "2.5", "1e308", '"2"'])}`),
  ),
  editText("another format", (text, random) =>
    text.replace(/keyferry-\w+/, () => random.pick(["keyferry-ticket", "keyferry-answer", "keyferry-delivery", ""])),
  ),
  editText("a byte order mark before it", (text) => `\ufeff${text}`),
  editText("other line ends", (text, random) => text.replaceAll("\n", random.pick(["\r\n", "\r", "\u2028", ""]))),
  {
    name: "in another encoding",
    harm: (scene, random) => {
      const file = random.below(2) === 0 ? someRecord(scene, random) : someFile(scene, random);
      const text = readFileSync(file, "latin1");
      const little = Buffer.from(`\ufeff${text}`, "utf16le");
      writeFileSync(file, random.pick([little, Buffer.from(text, "utf16le"), Buffer.from(little).swap16()]));
    },
  },
  { name: "the key has an odd name, and its record says so", harm: renameKey },
];
