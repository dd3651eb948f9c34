import { expect, test } from "vitest";
import { weakeningOption } from "../../../../main/alas/weakening-switches.ts";

const started = (switches: readonly string[], environment: Record<string, string> = {}) =>
  weakeningOption({ hasSwitch: (name) => switches.includes(name), environment });

test.each([
  ["certificates are not checked", ["ignore-certificate-errors"], {}, "--ignore-certificate-errors"],
  ["the connection's keys are written down", ["ssl-key-log-file"], {}, "--ssl-key-log-file"],
  ["they are, by a variable", [], { SSLKEYLOGFILE: "/tmp/keys" }, "SSLKEYLOGFILE"],
  ["the variable is empty, which Chromium takes for none", [], { SSLKEYLOGFILE: "" }, undefined],
  ["every URL is written down", ["log-net-log"], {}, "--log-net-log"],
  ["a switch that changes nothing about it", ["no-sandbox", "proxy-server"], { HOME: "/root" }, undefined],
])("%s", (_, switches, environment, option) => expect(started(switches, environment)).toBe(option));
