import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePolicy } from "../../../../core/policy/parse-policy.ts";

const head = { format: "keyferry-policy", version: 1 };
const nothing = { hosts: [], allowFolders: true, requireNote: false, requireOperator: false, language: null };
const parse = (rules: object) => parsePolicy(JSON.stringify({ ...head, ...rules }));

describe("a valid policy", () => {
  test.each([
    ["nothing", {}, {}],
    ["another host", { hosts: ["alas.plant-4.example"] }, { hosts: ["alas.plant-4.example"] }],
    ["no folders", { allowFolders: false }, { allowFolders: false }],
    ["folders, in so many words", { allowFolders: true }, {}],
    ["a note", { requireNote: true }, { requireNote: true }],
    ["a name", { requireOperator: true }, { requireOperator: true }],
    ["the language", { language: "ja" }, { language: "ja" }],
  ])("%s", (_, rules, meant) => {
    expect(parse(rules)).toEqual({ ok: true, value: { ...nothing, ...meant } });
  });

  test("with the byte order mark of Notepad and PowerShell", () => {
    expect(parsePolicy(`\ufeff${JSON.stringify(head)}`).ok).toBe(true);
  });
});

describe("a mistyped rule is an error", () => {
  test.each([
    ["an empty file", "", { type: "not-json" }],
    ["cut off", '{"format": "keyferry-policy", "version": 1, "allowFolders": fal', { type: "not-json" }],
    ["with a comment", `// ours\n${JSON.stringify(head)}`, { type: "not-json" }],
    ["two marks in front", `\ufeff\ufeff${JSON.stringify(head)}`, { type: "not-json" }],
    ["something else's settings", '{"theme": "dark"}', { type: "not-a-policy" }],
    ["a list", "[]", { type: "not-a-policy" }],
    ["null", "null", { type: "not-a-policy" }],
    ["a stick's record", '{"format": "keyferry-ticket", "version": 1}', { type: "not-a-policy" }],
  ])("%s", (_, text, fault) => expect(parsePolicy(text)).toEqual({ ok: false, error: fault }));

  test.each([
    ["a newer version", { version: 2 }, { type: "newer", version: 2 }],
    ["a version as text", { version: "1" }, { type: "wrong-value", key: "version" }],
    ["no version", { version: undefined }, { type: "wrong-value", key: "version" }],
    ["a rule misspelt", { allowFolder: false }, { type: "unknown-key", key: "allowFolder" }],
    ["a rule in another case", { requirenote: true }, { type: "unknown-key", key: "requirenote" }],
    ["a rule called like a method", { toString: true }, { type: "unknown-key", key: "toString" }],
    ["a rule as text", { requireNote: "true" }, { type: "wrong-value", key: "requireNote" }],
    ["a rule as a number", { allowFolders: 0 }, { type: "wrong-value", key: "allowFolders" }],
    ["no value", { requireOperator: null }, { type: "wrong-value", key: "requireOperator" }],
    ["a language that nobody speaks here", { language: "fr" }, { type: "wrong-value", key: "language" }],
    ["a host that is no list", { hosts: "alas.plant-4.example" }, { type: "wrong-value", key: "hosts" }],
    ["a host that is a number", { hosts: [4] }, { type: "wrong-value", key: "hosts" }],
  ])("%s", (_, rules, fault) => expect(parse(rules)).toEqual({ ok: false, error: fault }));

  test("a rule that would change what every object is", () => {
    const text = `{"format": "keyferry-policy", "version": 1, "__proto__": {"allowFolders": false}}`;
    expect(parsePolicy(text)).toEqual({ ok: false, error: { type: "unknown-key", key: "__proto__" } });
  });
});

describe("hosts are whole names, by https at port 443", () => {
  const label = "a".repeat(63);
  test.each([
    ["a name", "alas.plant-4.example"],
    ["digits", "4.plant.example"],
    ["a country's own letters, as the network writes them", "xn--zckzah.example"],
    ["a label of 63", `${label}.example`],
    ["253 characters", `${`${label}.`.repeat(3)}${"b".repeat(53)}.example`],
  ])("%s", (_, host) => expect(parse({ hosts: [host] })).toMatchObject({ ok: true, value: { hosts: [host] } }));

  test.each([
    ["capitals", "ALAS.plant-4.example"],
    ["a wildcard", "*.plant-4.example"],
    ["a port", "alas.plant-4.example:8443"],
    ["an address", "https://alas.plant-4.example"],
    ["a path", "alas.plant-4.example/x"],
    ["a trailing dot", "alas.plant-4.example."],
    ["a leading dot", ".plant-4.example"],
    ["two dots", "alas..example"],
    ["one label, which the network would complete", "alas"],
    ["this computer", "localhost"],
    ["IPv4", "10.0.0.4"],
    ["IPv4 as one number", "167772164"],
    ["IPv4 in hexadecimal", "10.0.0.0x4"],
    ["IPv6", "[::1]"],
    ["a name before it", "user@plant-4.example"],
    ["a blank", "alas.plant-4.example "],
    ["a line's end", "alas.plant-4.example\n"],
    ["letters of another alphabet", "аlas.stratus.com"],
    ["full-width letters", "ａlas.example"],
    ["an underscore", "alas_1.example"],
    ["a label that starts with a hyphen", "-alas.example"],
    ["a label that ends with a hyphen", "alas-.example"],
    ["a label of 64", `${label}a.example`],
    ["254 characters", `${`${label}.`.repeat(3)}${"b".repeat(54)}.example`],
    ["nothing", ""],
  ])("not %s", (_, host) => {
    expect(parse({ hosts: [host] })).toEqual({ ok: false, error: { type: "wrong-host", host } });
  });

  test("sixteen and no more", () => {
    const hosts = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.example`);
    expect(parse({ hosts: hosts(16) }).ok).toBe(true);
    expect(parse({ hosts: hosts(17) })).toEqual({ ok: false, error: { type: "wrong-value", key: "hosts" } });
  });
});

describe("any file", () => {
  const bytes = fc.uint8Array().map((codes) => String.fromCharCode(...codes));
  test("is either rules or a fault, without an exception", () => {
    fc.assert(
      fc.property(fc.oneof(bytes, fc.json()), (text) => {
        expect(parsePolicy(text)).toHaveProperty("ok");
      }),
    );
  });

  test("any JSON under a policy's head is either rules of the right shape or a fault", () => {
    const rules = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom("hosts", "allowFolders", "requireNote", "requireOperator", "language")),
      fc.oneof(fc.jsonValue(), fc.boolean(), fc.array(fc.domain())),
    );
    fc.assert(
      fc.property(rules, (given) => {
        const parsed = parse(given);
        if (!parsed.ok) return;
        expect(Object.keys(parsed.value).sort()).toEqual(Object.keys(nothing).sort());
        for (const host of parsed.value.hosts) expect(new URL(`https://${host}/`).host).toBe(host);
      }),
      { numRuns: 500 },
    );
  });

  test("a host that passes is, to the network too, exactly that host", () => {
    const odd = fc.string({
      unit: fc.constantFrom(..."aA0xé.-_:/@%[]*１ ").filter((one) => one !== ""),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.oneof(odd, fc.domain(), fc.ipV4(), fc.ipV6()), (host) => {
        if (!parse({ hosts: [host] }).ok || host.includes("xn--")) return;
        const url = new URL(`https://${host}/`);
        expect([url.hostname, url.port, url.username]).toEqual([host, "", ""]);
      }),
      { numRuns: 1000 },
    );
  });

  test("brackets without end", () => {
    const deep = "[".repeat(30_000) + "]".repeat(30_000);
    expect(parsePolicy(deep).ok).toBe(false);
    expect(parsePolicy(`{"format":"keyferry-policy","version":1,"hosts":${deep}}`).ok).toBe(false);
  });
});
