import { describe, expect, test } from "vitest";
import { type ReachFindings, reachReport, verdictOn, whereItEnds } from "../../../../core/network/reach.ts";
import type { Problem } from "../../../../core/problem.ts";
import { err, ok } from "../../../../core/result.ts";
import { problems } from "../../../fixtures/problems.ts";

const found = (given: Partial<ReachFindings> = {}) =>
  reachReport({
    host: "alas.stratus.com",
    proxy: "DIRECT",
    addresses: ["192.0.2.10"],
    outcome: ok({ status: 404, redirect: null }),
    ...given,
  });
/** "+" in order, "x" failed, "-" neither. */
const picture = (given: Partial<ReachFindings> = {}) =>
  found(given)
    .steps.map(({ ok }) => (ok === null ? "-" : ok ? "+" : "x"))
    .join("");
const failing = (problem: Problem, given: Partial<ReachFindings> = {}) => picture({ ...given, outcome: err(problem) });

const PROXY: Partial<ReachFindings> = { proxy: "PROXY proxy.example:3128", addresses: [] };

test("without a fault every step succeeds, whatever the status of the answer", () => {
  expect(picture()).toBe("+++++");
  expect(whereItEnds(found())).toBeNull();
  expect(found().steps.at(-1)).toEqual({
    step: "answer",
    ok: true,
    detail: { type: "status", status: 404 },
    error: null,
  });
});

test("a redirect to another host is an answer and is reported", () => {
  const report = found({ outcome: ok({ status: 302, redirect: "https://login.example/" }) });
  expect(whereItEnds(report)).toBeNull();
  expect(report.steps.at(-1)?.detail).toEqual({ type: "redirect", to: "https://login.example/" });
  expect(verdictOn(report), "the report does not claim success").toBe("care");
});

test("through a proxy, the proxy resolves the name", () => {
  expect(picture(PROXY)).toBe("+-+++");
  expect(found(PROXY).steps[1]).toMatchObject({ ok: null, detail: { type: "left-to-proxy" } });
});

describe("a fault fails its step, and later steps are not reached", () => {
  test.each<[string, string, Problem, Partial<ReachFindings>?]>([
    ["the proxy is dead", "x----", problems["proxy-unreachable"], PROXY],
    ["nobody signed in at the proxy", "x----", problems["proxy-sign-in"], PROXY],
    ["the name is unknown", "+x---", problems["net-name-not-found"], { addresses: [] }],
    ["nothing listens there", "++x--", problems["net-refused"]],
    ["nothing listens there, and the name was not told", "++x--", problems["net-refused"], { addresses: [] }],
    ["no network at all, so no name was looked for", "+-x--", problems["net-offline"], { addresses: [] }],
    ["silence, although the name was found", "++x--", problems["net-time-out"]],
    ["silence, and nothing is known of the name", "+-x--", problems["net-time-out"], { addresses: [] }],
    ["the certificate is another's", "+++x-", problems["tls-wrong-host"]],
    ["the same behind a proxy", "+-+x-", problems["tls-untrusted"], PROXY],
    ["the answer is no HTTP", "++++x", problems["net-not-http"]],
    [
      "started with a switch that weakens TLS: nothing was tried",
      "---x-",
      problems["tls-switched-off"],
      { proxy: null },
    ],
    ["the system did not tell its proxy in time", "-+x--", problems["net-refused"], { proxy: null }],
  ])("%s", (_, expected, problem, given) => {
    expect(failing(problem, given)).toBe(expected);
    expect(whereItEnds(found({ ...given, outcome: err(problem) }))?.problem).toEqual(problem);
  });
});

test.each<[string, object]>([
  ["DIRECT", { type: "direct" }],
  ["", { type: "direct" }],
  ["DIRECT;PROXY a:1", { type: "direct" }],
  ["PROXY a:1", { type: "proxies", proxies: ["a:1"], orDirect: false }],
  ["PROXY a:1; PROXY b:2;DIRECT", { type: "proxies", proxies: ["a:1", "b:2"], orDirect: true }],
  ["HTTPS a:443", { type: "proxies", proxies: ["HTTPS a:443"], orDirect: false }],
  ["SOCKS5 a:1080", { type: "proxies", proxies: ["SOCKS5 a:1080"], orDirect: false }],
])("reads what the system says of its proxy: %s", (proxy, detail) => {
  expect(found({ proxy, addresses: [] }).steps[0]).toEqual({ step: "proxy", ok: true, detail, error: null });
});

test("if a proxy is given up for a direct connection, this computer resolves the name and reports its failure", () => {
  const report = found({ proxy: "PROXY a:1;DIRECT", addresses: [], outcome: err(problems["net-name-not-found"]) });
  expect(report.steps[1]).toMatchObject({ ok: false, detail: null, error: { code: "net-name-not-found" } });
});
