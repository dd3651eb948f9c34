import { expect, test } from "vitest";
import { unsafeStartOption } from "../../../../main/alas/unsafe-start-options.ts";

const started = (switches: readonly string[], environment: Record<string, string> = {}, packaged = true) =>
  unsafeStartOption({ hasSwitch: (name) => switches.includes(name), environment, packaged });

test.each([
  ["certificates are not checked", ["ignore-certificate-errors"], {}, "--ignore-certificate-errors"],
  ["the connection's keys are written down", ["ssl-key-log-file"], {}, "--ssl-key-log-file"],
  ["they are, by a variable", [], { SSLKEYLOGFILE: "/tmp/keys" }, "SSLKEYLOGFILE"],
  ["the variable is empty, which Chromium takes for none", [], { SSLKEYLOGFILE: "" }, undefined],
  ["every URL is written down", ["log-net-log"], {}, "--log-net-log"],
  ["Chromium's log is written", ["no-sandbox", "enable-logging"], {}, "--enable-logging"],
  ["it is, by a variable", [], { ELECTRON_ENABLE_LOGGING: "1" }, "ELECTRON_ENABLE_LOGGING"],
  ["it is, to a file by a variable", [], { ELECTRON_LOG_FILE: "/tmp/log" }, "ELECTRON_LOG_FILE"],
  ["the log says more", ["v"], {}, "--v"],
  ["the log says more of some modules", ["vmodule"], {}, "--vmodule"],
  ["the log has a file", ["log-file"], {}, "--log-file"],
  ["the start is traced", ["trace-startup"], {}, "--trace-startup"],
  ["the trace has a file", ["trace-startup-file"], {}, "--trace-startup-file"],
  ["a trace is written", ["trace-to-file"], {}, "--trace-to-file"],
  ["another program may drive the app by a port", ["remote-debugging-port"], {}, "--remote-debugging-port"],
  ["another program may drive the app by a pipe", ["remote-debugging-pipe"], {}, "--remote-debugging-pipe"],
  ["a debugger may stop the app", ["inspect-brk"], {}, "--inspect-brk"],
  ["a debugger is let in by a variable", [], { NODE_OPTIONS: "--no-warnings --inspect=0" }, "NODE_OPTIONS"],
  ["a variable that lets no debugger in", [], { NODE_OPTIONS: "--no-warnings" }, undefined],
  ["a switch that changes nothing about it", ["no-sandbox", "proxy-server"], { HOME: "/root" }, undefined],
])("%s", (_, switches, environment, option) => expect(started(switches, environment)).toBe(option));

test("a development build lets a debugger in, and still writes nothing down", () => {
  const debug = ["inspect", "remote-debugging-port"];
  expect(started(debug, { NODE_OPTIONS: "--inspect" }, false)).toBeUndefined();
  expect(started([...debug, "v"], {}, false)).toBe("--v");
});
