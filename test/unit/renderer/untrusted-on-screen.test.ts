import { expect, test } from "vitest";
import { drawnState } from "../../fixtures/drawn.tsx";
import { states } from "../../gallery/states.ts";

/** The properties of a trip whose texts come from a stick, a server, a drive or a policy. */
const UNTRUSTED = new Set(
  (
    "label description path note assetId folder file keyFile name host detail alas refusal by to looksLike " +
    "scheme port urls ids found expected parameter character message hosts ignoredHosts files kept assetIds realm"
  ).split(" "),
);
/** Typed text is drawn unchanged. */
const TYPED = new Set(["draft"]);
const HOSTILE = "\u202e\u009b\u007f\u2066\u200f\u061c\u200b\u0007";
/** Control and format characters, except line breaks and tabs, which are blanks on a screen. */
const INVISIBLE = /[^\P{Cc}\t\n]|\p{Cf}/u;

/** Returns the same state with invisible characters inserted in each untrusted text. */
function withHostileTexts<T>(value: T, hostile = false): T {
  if (typeof value === "string") return (hostile ? `${value.slice(0, 2)}${HOSTILE}${value.slice(2)}` : value) as T;
  if (Array.isArray(value)) return value.map((one) => withHostileTexts(one, hostile)) as T;
  if (value === null || typeof value !== "object" || value instanceof Map || value instanceof Set) return value;
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    TYPED.has(key) || typeof one === "function" ? one : withHostileTexts(one, UNTRUSTED.has(key)),
  ]);
  return Object.fromEntries(entries) as T;
}

test.each(Object.entries(states).filter(([, { policyProblem }]) => !policyProblem))(
  "no text of a stick, a server or a drive can hide or turn anything around at %s",
  (_, state) => {
    const html = drawnState(withHostileTexts(state));
    const at = html.search(INVISIBLE);
    expect(at < 0 ? "" : html.slice(Math.max(0, at - 120), at + 60)).toBe("");
  },
);
