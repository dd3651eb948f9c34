import { describe, expect, test } from "vitest";
import type { PolicyFault } from "../../../../core/policy/policy-fault.ts";
import { LanguageSchema } from "../../../../core/settings.ts";
import { explainProblem } from "../../../../core/text/explain-problem.ts";

const faults: { readonly [F in PolicyFault["type"]]: readonly [Extract<PolicyFault, { type: F }>, string] } = {
  unreadable: [{ type: "unreadable", detail: "EACCES" }, "EACCES"],
  "no-file": [{ type: "no-file" }, ""],
  "too-large": [{ type: "too-large", limit: 65_536 }, "66 kB"],
  "writable-by-all": [{ type: "writable-by-all" }, ""],
  "not-json": [{ type: "not-json" }, "JSON"],
  "duplicate-key": [{ type: "duplicate-key", key: "hosts" }, "hosts"],
  "not-a-policy": [{ type: "not-a-policy" }, "keyferry-policy"],
  newer: [{ type: "newer", version: 7 }, "7"],
  "unknown-key": [{ type: "unknown-key", key: "allowFolder" }, "allowFolder"],
  "wrong-value": [{ type: "wrong-value", key: "requireNote" }, "requireNote"],
  "wrong-host": [{ type: "wrong-host", host: "*.example" }, "*.example"],
};
const file = "/etc/keyferry/policy.json";

describe.each(LanguageSchema.options)("a policy that cannot be used, in %s", (language) => {
  const said = (fault: PolicyFault) => explainProblem(language, { code: "policy-unusable", file, fault });

  test.each(Object.values(faults))("$type: where it lies and what is wrong with it is said", (fault, named) => {
    const { message, remedy } = said(fault);
    expect(message).toContain(file);
    expect(message).toContain(named);
    expect(remedy).not.toBe("");
  });

  test("no two faults read alike", () => {
    const messages = Object.values(faults).map(([fault]) => said(fault).message);
    expect(new Set(messages).size).toBe(messages.length);
  });

  test("what stands in the file cannot forge a line", () => {
    expect(said({ type: "unknown-key", key: "x\nAll is well.\u202e" }).message).not.toMatch(/[\n\u202e]/);
  });
});
