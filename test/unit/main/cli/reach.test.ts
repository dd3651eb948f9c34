import { expect, test } from "vitest";
import { type ReachFindings, reachReport } from "../../../../core/network/reach.ts";
import { err, ok } from "../../../../core/result.ts";
import { LanguageSchema } from "../../../../core/settings.ts";
import { reachCommand } from "../../../../main/cli/commands/reach.ts";

const found = (given: Partial<ReachFindings>) =>
  reachReport({
    host: "alas.stratus.com",
    proxy: "DIRECT",
    addresses: ["192.0.2.10"],
    outcome: ok({ status: 200, redirect: null }),
    ...given,
  });
const run = (given: Partial<ReachFindings>, language: "ja" | "en" = "en") =>
  reachCommand({ reach: async () => found(given), language });

test("a way without a fault ends with 0, each step with its words", async () => {
  const { exit, json, lines, complaints } = await run({});
  expect(exit).toBe(0);
  expect(json).toMatchObject({
    ok: true,
    steps: [
      { step: "proxy", ok: true, detail: expect.stringContaining("directly"), error: null },
      { step: "name", ok: true, detail: "Found: 192.0.2.10" },
      { step: "connection", ok: true, detail: null },
      { step: "tls", ok: true },
      { step: "answer", ok: true, detail: expect.stringContaining("200") },
    ],
  });
  expect(lines.at(-1)).toBe("This computer can reach ALAS.");
  expect(complaints).toEqual([]);
});

test("a fault ends with 4, said once more as the command's own error", async () => {
  const { exit, json, complaints } = await run({ outcome: err({ code: "tls-untrusted" }) });
  expect(exit).toBe(4);
  expect(json).toMatchObject({
    ok: false,
    error: { code: "tls-untrusted", message: expect.any(String), remedy: expect.stringContaining("sign-in page") },
    steps: [{ ok: true }, { ok: true }, { ok: true }, { ok: false, error: { code: "tls-untrusted" } }, { ok: null }],
  });
  expect(complaints.join("\n")).toContain("Proof of identity");
});

test.each(LanguageSchema.options)("a line for each step, for people (%s)", async (language) => {
  const { lines } = await run({ proxy: "PROXY proxy.example:3128", addresses: [] }, language);
  expect(lines.slice(0, 5).every((line) => /^\S.*: /.test(line))).toBe(true);
  expect(lines[0]).toContain("proxy.example:3128");
});
