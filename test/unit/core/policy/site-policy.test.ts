import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  forbidsMinimal,
  hostsUnder,
  joinPolicies,
  NO_POLICY,
  type PolicyRules,
} from "../../../../core/policy/site-policy.ts";

const none: PolicyRules = {
  hosts: [],
  allowFolders: true,
  requireNote: false,
  requireOperator: false,
  language: null,
};
const system = (rules: Partial<PolicyRules>) => ({ file: "/etc/keyferry/policy.json", rules: { ...none, ...rules } });
const given = (rules: Partial<PolicyRules>) => ({ file: "/home/op/policy.json", rules: { ...none, ...rules } });

test("without a file only the vendor's server is allowed and nothing is required", () => {
  expect(joinPolicies(null, null)).toEqual(NO_POLICY);
  expect(hostsUnder(NO_POLICY)).toEqual(["alas.stratus.com"]);
  expect(forbidsMinimal(NO_POLICY)).toBe(false);
});

describe("a single file sets all rules", () => {
  const rules = { hosts: ["a.example"], allowFolders: false, requireNote: true, language: "ja" } as const;
  test.each([
    ["the system's", joinPolicies(system(rules), null), "/etc/keyferry/policy.json"],
    ["the one that was named", joinPolicies(null, given(rules)), "/home/op/policy.json"],
  ])("%s", (_, policy, file) => {
    expect(policy).toEqual({ ...none, ...rules, files: [file], ignoredHosts: [] });
  });

  test("the vendor's server stays, and stands first", () => {
    expect(hostsUnder(joinPolicies(system({ hosts: ["a.example", "a.example", "alas.stratus.com"] }), null))).toEqual([
      "alas.stratus.com",
      "a.example",
    ]);
  });
});

describe("the system's file and another one", () => {
  test.each([
    ["folders stay forbidden", { allowFolders: false }, { allowFolders: true }, { allowFolders: false }],
    ["folders are forbidden by either", {}, { allowFolders: false }, { allowFolders: false }],
    ["a note stays demanded", { requireNote: true }, { requireNote: false }, { requireNote: true }],
    ["a name is demanded by either", {}, { requireOperator: true }, { requireOperator: true }],
    ["the system's language comes first", { language: "ja" }, { language: "en" }, { language: "ja" }],
    ["the other one's language counts where it is silent", {}, { language: "en" }, { language: "en" }],
    ["hosts are the system's alone", {}, { hosts: ["b.example"] }, { hosts: [], ignoredHosts: ["b.example"] }],
    [
      "a host that both name is no matter",
      { hosts: ["a.example"] },
      { hosts: ["a.example", "b.example", "alas.stratus.com"] },
      { hosts: ["a.example"], ignoredHosts: ["b.example"] },
    ],
  ] as const)("%s", (_, ofSystem, ofGiven, meant) => {
    expect(joinPolicies(system(ofSystem), given(ofGiven))).toMatchObject(meant);
  });

  const rules = fc.record({
    hosts: fc.array(fc.constantFrom("a.example", "b.example", "alas.stratus.com")),
    allowFolders: fc.boolean(),
    requireNote: fc.boolean(),
    requireOperator: fc.boolean(),
    language: fc.constantFrom("ja" as const, "en" as const, null),
  });
  test("--policy neither lifts a rule of the system's file nor adds a host to it", () => {
    fc.assert(
      fc.property(rules, rules, (ofSystem, ofGiven) => {
        const alone = joinPolicies(system(ofSystem), null);
        const both = joinPolicies(system(ofSystem), given(ofGiven));
        expect(hostsUnder(both)).toEqual(hostsUnder(alone));
        expect(both.allowFolders && !alone.allowFolders).toBe(false);
        expect(!both.requireNote && alone.requireNote).toBe(false);
        expect(!both.requireOperator && alone.requireOperator).toBe(false);
        expect(forbidsMinimal(both)).toBe(both.requireNote || both.requireOperator);
      }),
    );
  });
});
