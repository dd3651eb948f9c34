import { describe, expect, test } from "vitest";
import { asTable, killFigures, stickFigures } from "../../../tools/lib/reliability/figures.mjs";
import { readTrace } from "../../../tools/lib/reliability/opened-paths.mjs";

const HOME = "/dev/shm/k/traced";
const log = (...opened: string[]) =>
  [
    `7 openat(AT_FDCWD</work>, "/usr/lib/x.so", O_RDONLY) = 3</usr/lib/x.so>`,
    `7 access("/keyferry-begins-4", F_OK) = -1 ENOENT (No such file or directory)`,
    ...opened,
    `7 access("/keyferry-ends-4", F_OK) = -1 ENOENT (No such file or directory)`,
    `7 openat(AT_FDCWD</work>, "/etc/passwd", O_RDONLY) = 3</etc/passwd>`,
  ].join("\n");

describe("what strace saw while a stick was examined", () => {
  test.each([
    ["a file of the stick", `8 openat(AT_FDCWD</work>, "x", O_RDONLY) = 9<${HOME}/stick-4/x>`, []],
    ["the stick itself", `8 openat(AT_FDCWD</work>, "x", O_RDONLY) = 9<${HOME}/stick-4>`, []],
    ["a delivered key", `8 <... openat resumed>) = 9<${HOME}/target-4/0/a.key>`, []],
    ["the system's list of mounts", `8 openat(AT_FDCWD, "x", O_RDONLY) = 9</proc/77/mountinfo>`, []],
    ["a file that a link led to", `8 openat(AT_FDCWD, "x", O_RDONLY) = 9</etc/hostname>`, ["/etc/hostname"]],
    ["another stick", `8 openat(AT_FDCWD, "x", O_RDONLY) = 9<${HOME}/stick-40/x>`, [`${HOME}/stick-40/x`]],
  ])("%s", (_, line, outside) => {
    expect(readTrace(log(line), HOME)).toEqual({ opened: 1, outside });
  });

  test("a link that was refused was not opened", () => {
    const refused = `8 openat(AT_FDCWD</work>, "/etc/hostname", O_RDONLY|O_NOFOLLOW) = -1 ELOOP (Too many symbolic links)`;
    expect(readTrace(log(refused), HOME)).toEqual({ opened: 0, outside: [] });
  });
});

const stick = { index: 0, mutations: [], findings: [], states: [], slowest: 3, delivered: 1, fetched: 0, calls: 9 };
const failed = (figures: readonly { readonly what: string; readonly ok: boolean }[]) =>
  figures.filter(({ ok }) => !ok).map(({ what }) => what);

describe("the figures", () => {
  test("hold when all sticks were examined and nothing was found", () => {
    expect(failed(stickFigures([stick, stick], 2))).toEqual([]);
  });

  test("fail when one was not examined", () => {
    expect(failed(stickFigures([stick], 2))).toEqual(["mutated sticks examined"]);
  });

  test("fail on a single crash", () => {
    const crashed = { ...stick, findings: [{ what: "crash", detail: "" } as const] };
    expect(failed(stickFigures([crashed], 1))).toEqual(["crashes"]);
  });

  test("fail where nothing could be killed, and say why", () => {
    const table = asTable(killFigures({ outcomes: [], failure: "strace may not watch" }));
    expect(table).toMatch(/^killed at a system call: strace may not watch +- +> 0 +FAILED$/m);
  });
});
