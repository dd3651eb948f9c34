import { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { App } from "electron";
import { describe, expect, test } from "vitest";
import { abortOnSignal, runUntilCancelled } from "../../../../main/cli/cancel-command.ts";
import type { CliContext } from "../../../../main/cli/cli-context.ts";
import { done } from "../../../../main/cli/cli-result.ts";
import type { Command } from "../../../../main/cli/command.ts";

const DELIVER: Command = { name: "deliver", drive: "/stick", to: "/out" };

function world() {
  const ending = new AbortController();
  const stdin = () => new Promise<string>(() => undefined);
  const given = { cancelled: ending.signal, language: "en", stdin } as unknown as CliContext; // only what is used
  return { given, end: (signal: string) => ending.abort(signal) };
}

const settled = () => delay(5);

describe("a command that is told to end", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])("by %s says so and exits %i, while nothing of it is waited for when it writes nothing", async (signal, exit) => {
    const { given, end } = world();
    const running = runUntilCancelled({ name: "reach" }, () => new Promise(() => undefined), given);
    end(signal);
    expect(await running).toMatchObject({ exit, json: { ok: false, error: { code: "cancelled", signal } } });
  });

  test("finishes what it has in hand when it writes, and says what came of it", async () => {
    const { given, end } = world();
    let written = false;
    const write = async () => {
      await settled();
      written = true;
      return done({ files: ["av_1_A.key"] }, ["Copied."]);
    };
    const running = runUntilCancelled(DELIVER, write, given);
    end("SIGTERM");
    const { exit, json, lines, complaints } = await running;
    expect({ written, exit, json }).toMatchObject({
      written: true,
      exit: 143,
      json: { ok: false, error: { code: "cancelled" }, files: ["av_1_A.key"] },
    });
    expect([lines[0], complaints[0]]).toEqual(["Copied.", expect.stringContaining("SIGTERM")]);
  });

  test("while it waits for its standard input waits no longer", async () => {
    const { given, end } = world();
    const running = runUntilCancelled(DELIVER, async (_, { stdin }) => done({ read: await stdin() }, []), given);
    await settled();
    end("SIGINT");
    expect(await running).toMatchObject({ exit: 130 });
  });

  test("before it began does nothing", async () => {
    const { given, end } = world();
    end("SIGINT");
    const never = () => Promise.reject(new Error("it ran"));
    expect(await runUntilCancelled(DELIVER, never, given)).toMatchObject({ exit: 130 });
  });
});

describe("the process is told to end", () => {
  function electron() {
    const [process, app] = [new EventEmitter(), new EventEmitter()];
    const ended = abortOnSignal(process as unknown as NodeJS.Process, app as unknown as App); // only their events are used
    return { process, app, ended };
  }

  test("by a signal, for which there is one listener also after Electron is ready", () => {
    const { process, app, ended } = electron();
    app.emit("ready");
    expect(process.listenerCount("SIGINT")).toBe(1);
    process.emit("SIGINT", "SIGINT");
    expect(ended.reason).toBe("SIGINT");
  });

  test("by Electron, which would quit with exit code 0", () => {
    const { app, ended } = electron();
    let stopped = false;
    app.emit("before-quit", { preventDefault: () => (stopped = true) });
    expect([stopped, ended.reason]).toEqual([true, "SIGTERM"]);
  });
});
