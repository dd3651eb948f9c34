import { expect, test } from "vitest";
import { drawnState } from "../../fixtures/drawn.tsx";
import { states } from "../../gallery/states.ts";

/** Where a trip has what a stick, a server, a drive or a policy says; not what stands in a field to be typed in. */
const UNTRUSTED = new Set(
  (
    "label description path note assetId folder file keyFile name host detail alas refusal by to looksLike " +
    "scheme port urls ids found expected parameter character message hosts ignoredHosts files kept assetIds realm"
  ).split(" "),
);
/** What the technician types is drawn as it is typed. */
const TYPED = new Set(["draft"]);
const HOSTILE = "\u202e\u009b\u007f\u2066\u200f\u061c\u200b\u0007";
/** Line breaks and tabs are blanks on a screen. */
const UNSEEN = /[^\P{Cc}\t\n]|\p{Cf}/u;

/** The same state, with something unseen in each text that comes from elsewhere. */
function made<T>(value: T, hostile = false): T {
  if (typeof value === "string") return (hostile ? `${value.slice(0, 2)}${HOSTILE}${value.slice(2)}` : value) as T;
  if (Array.isArray(value)) return value.map((one) => made(one, hostile)) as T;
  if (value === null || typeof value !== "object" || value instanceof Map || value instanceof Set) return value;
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    TYPED.has(key) || typeof one === "function" ? one : made(one, UNTRUSTED.has(key)),
  ]);
  return Object.fromEntries(entries) as T;
}

test.each(Object.entries(states).filter(([, { policyProblem }]) => !policyProblem))(
  "no text of a stick, a server or a drive can hide or turn anything around at %s",
  (_, state) => {
    const html = drawnState(made(state));
    const at = html.search(UNSEEN);
    expect(at < 0 ? "" : html.slice(Math.max(0, at - 120), at + 60)).toBe("");
  },
);
