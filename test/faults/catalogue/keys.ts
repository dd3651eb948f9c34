import { deflateSync, gzipSync } from "node:zlib";
import type { NoticeCode } from "../../../core/step-results.ts";
import type { Fault } from "../fault.ts";
import type { Play } from "../fault-server.ts";
import { answer, attachment, first, type Headers, keyOf, redirectWithin } from "../plays.ts";

const withoutA = ["key-name-without-a"] as const;
const madeUp = ["key-name-made-up"] as const;
const MADE_UP = "activated_A.key";

/** A header's bytes are Latin-1 on the way: this is how UTF-8 and Shift_JIS look there. */
const octets = (...bytes: readonly number[]): string => String.fromCharCode(...bytes);
const SHIFT_JIS = octets(0x83, 0x4c, 0x81, 0x5b);
const UTF_8 = octets(0xe3, 0x82, 0xad);

type Named = readonly [fault: string, header: string | undefined, key: string, warnings?: readonly NoticeCode[]];

/** "#" stands for the key's number, which each system has for itself: the same one for two of them would be said. */
const dispositions: readonly Named[] = [
  ["nothing wrong", 'attachment; filename="av_#_A.key"', "av_#_A.key"],
  ["../", 'attachment; filename="../../av_#_A.key"', "av_#_A.key"],
  ["..\\", 'attachment; filename="..\\..\\av_#_A.key"', "av_#_A.key"],
  ["%2e%2e%2f", 'attachment; filename="%2e%2e%2fav_#_A.key"', "_2e_2e_2fav_#_A.key"],
  ["absolute path", 'attachment; filename="/etc/av_#_A.key"', "av_#_A.key"],
  ["absolute path of Windows", 'attachment; filename="C:\\av_#_A.key"', "av_#_A.key"],
  ["CON.key", 'attachment; filename="CON.key"', "_CON.key", withoutA],
  ["only dots", 'attachment; filename="..."', MADE_UP, madeUp],
  ["a record's name", 'attachment; filename="answer.json"', "answer.json.key", withoutA],
  ["300 characters", `attachment; filename="${"a".repeat(294)}_A.key"`, `${"a".repeat(60)}.key`, withoutA],
  ["RFC 5987", "attachment; filename=x; filename*=UTF-8''av%5F#%5FA.key", "av_#_A.key"],
  ["RFC 5987, a path in it", "attachment; filename*=UTF-8''..%2F..%2Fav_#_A.key", "av_#_A.key"],
  ["RFC 5987, broken", "attachment; filename*=UTF-8''%E0%A4%A; filename=av_#_A.key", "av_#_A.key"],
  ["mojibake (Shift_JIS)", `attachment; filename="${SHIFT_JIS}_#_A.key"`, "_L___#_A.key"],
  ["mojibake (UTF-8)", `attachment; filename="${UTF_8}_#_A.key"`, "__#_A.key"],
  ["without quotes, with blanks", "attachment; filename=av #_A.key", "av_#_A.key"],
  ["missing", undefined, MADE_UP, madeUp],
  ["a key that is not activated", 'attachment; filename="av_#.key"', "av_#.key", withoutA],
];

const named = dispositions.map(([fault, header, key, warnings], index): Fault => {
  const numbered = (text: string): string => text.replace("#", String(101 + index));
  return {
    name: `Content-Disposition: ${fault}`,
    play: answer({ "Content-Disposition": header && numbered(header) }),
    shows: { key: numbered(key), ...(warnings && { warnings }) },
  };
});

type Around = readonly [
  fault: string,
  play: (headers: Headers) => Play,
  more?: Partial<Fault> & { readonly warnings?: readonly NoticeCode[]; readonly bytes?: number },
];

const MIB = 1024 * 1024;

const around: readonly Around[] = [
  ["HTML content type", (name) => answer({ ...name, "Content-Type": "text/html" }), { warnings: ["key-type-unusual"] }],
  ["said to be encoded, but not", (name) => answer({ ...name, "Content-Encoding": "identity" })],
  ["is a gzip file itself", (name) => answer(name, gzipSync), { bytes: gzipSync(keyOf("fault-00")).length }],
  ["just 1 MiB", (name) => answer(name, Buffer.alloc(MIB, 0xa7)), { bytes: MIB }],
  ["behind a redirect within ALAS", (name) => first(redirectWithin("/download"), answer(name)), { requests: 2 }],
];

const others = around.map(([fault, play, { warnings, bytes, ...more } = {}], index): Fault => {
  const key = `av_${201 + index}_A.key`;
  return {
    name: fault,
    play: play(attachment(key)),
    shows: { key, ...(warnings && { warnings }), ...(bytes !== undefined && { bytes }) },
    ...more,
  };
});

const gzip = { "Content-Encoding": "gzip" };
const compressed = { failed: "answer-compressed", exit: 4 } as const;

/** Keys that are compressed although they were asked for plain: Chromium takes one whose end is missing for whole. */
const packed: readonly Fault[] = [
  { name: "gzip", play: answer({ ...attachment(), ...gzip }, gzipSync), shows: compressed },
  {
    name: "gzip whose end is missing",
    play: answer({ ...attachment(), ...gzip }, (key) => gzipSync(key).subarray(0, 200)),
    shows: compressed,
  },
  { name: "deflate", play: answer({ ...attachment(), "Content-Encoding": "deflate" }, deflateSync), shows: compressed },
];

/** Answers that are a key, however odd what stands around it: it is kept, byte for byte, under a name that is safe; and compressed ones. */
export const keys: readonly Fault[] = [...named, ...others, ...packed];
