import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../random.ts";
import type { Mutation, Scene } from "../scene.ts";

const GOOD = "https://alas.stratus.com/alas/activate?siteid=ze-207&sig=a%2Bb%3D";
const LIMIT = 65_536;
const filled = (piece: string): string => piece.repeat(Math.ceil(LIMIT / piece.length)).slice(0, LIMIT);

/** Texts that a search for a URL could take too long over, or be deceived by. */
const TEXTS: readonly string[] = [
  ...["https://", "https:/", "h", '"', "'", "<", "「", "=", "%", "&", "\r", "\n", " ", "\t", "> ", ">", ".", "a.", "/"],
  ...[
    "https://a\n",
    '"https://',
    "<URL:",
    "[InternetShortcut]\nURL=",
    "http",
    "https:\\",
    "\u200b",
    "\u2028",
    "%0d%0a",
  ],
  ...["ʰ", "あ", "ライセンス", "\ud800", "a@", "a:", "(((", "https://alas.stratus.com/?id=1\n", "-\n", "x-\n", "?=\n"],
].map(filled);

const URLS: readonly string[] = [
  ...[
    "https://evil.example/?siteid=1",
    "http://alas.stratus.com/?siteid=1",
    "https://alas.stratus.com.evil.example/?id=1",
  ],
  ...[
    "https://alas.stratus.com@evil.example/?id=1",
    "https://evil.example#@alas.stratus.com/?id=1",
    "file:///etc/passwd",
  ],
  ...[
    "https://alas.stratus.com:8443/?id=1",
    "https://ALAS.STRATUS.COM/?siteid=ze-1",
    "https://alas.stratus.com./?siteid=1",
  ],
  ...[
    "https://alas.stratus.com\\@evil.example/?id=1",
    "https://аlas.stratus.com/?siteid=1",
    "https://ａlas.stratus.com/?id=1",
  ],
  ...[
    "https://alas.stratus.com/../?siteid=1",
    "https://alas.stratus.com/?siteid=%00",
    "https://alas.stratus.com/?siteid=",
  ],
  ...[
    "https://alas.stratus.com/",
    "javascript:alert(1)",
    "//alas.stratus.com/?siteid=1",
    "https:alas.stratus.com?siteid=1",
  ],
  ...[
    `${GOOD}\r\n${GOOD}x`,
    `${GOOD}\u0000`,
    `\ufeff${GOOD}`,
    ` ${GOOD}`,
    `${GOOD}\n\n`,
    `"${GOOD}"`,
    `${GOOD}&siteid=2`,
  ],
  ...[`${GOOD}\r\n`, GOOD, `${GOOD}${"&a=1".repeat(1_100)}`, GOOD.replace("ze-207", encodeURIComponent("\u202egpj"))],
];

const encoded = (text: string, random: Random): Buffer =>
  random.pick([
    Buffer.from(text),
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(`\ufeff${text}`, "utf16le"),
    Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
    Buffer.from(text, "utf16le"),
    Buffer.concat([Buffer.of(0x83, 0x65, 0x0a), Buffer.from(text, "latin1")]),
  ]);

const someText = (random: Random): string => random.pick(random.below(4) === 0 ? TEXTS : URLS);

const BESIDE = [
  "notes.txt",
  "link.url",
  "noextension",
  "A.TXT",
  "x.key",
  "av_1.KEY",
  "x.url",
  "ticket.json",
  "%2e.txt",
];

const beside = ({ root, keyferry, victim }: Scene, random: Random): string =>
  join(random.pick([root, keyferry, victim.path]), random.pick(BESIDE));

/** Texts that claim to hold a URL, and files that claim to be made by hand. */
export const textMutations: readonly Mutation[] = [
  {
    name: "another URL",
    harm: ({ victim }, random) =>
      writeFileSync(join(victim.path, "activation-url.txt"), encoded(random.pick(URLS), random)),
  },
  {
    name: "a long text for a URL",
    harm: ({ victim }, random) => writeFileSync(join(victim.path, "activation-url.txt"), random.pick(TEXTS)),
  },
  {
    name: "made by hand",
    harm: (scene, random) => writeFileSync(beside(scene, random), encoded(someText(random), random)),
  },
  {
    name: "some made by hand",
    harm: ({ root, keyferry }, random) => {
      for (let count = 0; count < 6; count += 1) {
        const name = `${count}${random.pick([".txt", ".url", ".key", ""])}`;
        writeFileSync(join(random.pick([root, keyferry]), name), encoded(someText(random), random));
      }
    },
  },
];
