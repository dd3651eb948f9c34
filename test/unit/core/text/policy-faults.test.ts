import { describe, expect, test } from "vitest";
import type { PolicyFault } from "../../../../core/policy/policy-fault.ts";
import { LanguageSchema } from "../../../../core/settings.ts";
import { explainProblem } from "../../../../core/text/explain-problem.ts";

const faults: { readonly [F in PolicyFault["is"]]: readonly [Extract<PolicyFault, { is: F }>, string] } = {
  unreadable: [{ is: "unreadable", detail: "EACCES" }, "EACCES"],
  "no-file": [{ is: "no-file" }, ""],
  "too-large": [{ is: "too-large", limit: 65_536 }, "66 kB"],
  "writable-by-all": [{ is: "writable-by-all" }, ""],
  "not-json": [{ is: "not-json" }, "JSON"],
  "duplicate-key": [{ is: "duplicate-key", key: "hosts" }, "hosts"],
  "not-a-policy": [{ is: "not-a-policy" }, "keyferry-policy"],
  newer: [{ is: "newer", version: 7 }, "7"],
  "unknown-key": [{ is: "unknown-key", key: "allowFolder" }, "allowFolder"],
  "wrong-value": [{ is: "wrong-value", key: "requireNote" }, "requireNote"],
  "wrong-host": [{ is: "wrong-host", host: "*.example" }, "*.example"],
};
const file = "/etc/keyferry/policy.json";

describe.each(LanguageSchema.options)("a policy that cannot be used, in %s", (language) => {
  const said = (fault: PolicyFault) => explainProblem(language, { code: "policy-unusable", file, fault });

  test.each(Object.values(faults))("$is: where it lies and what is wrong with it is said", (fault, named) => {
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
    expect(said({ is: "unknown-key", key: "x\nAll is well.\u202e" }).message).not.toMatch(/[\n\u202e]/);
  });
});
