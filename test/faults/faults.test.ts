import { describe, expect, test } from "vitest";
import { ExitCode } from "../../main/cli/exit-code.ts";
import { scenes } from "./catalogue/scenes.ts";
import type { Fault, FaultRow, Scene, Shows } from "./fault.ts";
import { inTurn } from "./in-turn.ts";
import { playScene, type Seen } from "./play-scene.ts";
import { KEY_BYTES, keyOf } from "./plays.ts";

/** Starts of the app side by side: one for each of a small machine's processors, and one that only waits for a minute. */
const STARTS = 3;

// One start of the app for all faults of a scene that end with the same exit code, so that the exit code proves each.
const { KEYFERRY_FAULTS: only = "" } = process.env; // part of a scene's title
const starts = scenes
  .filter(({ title }) => title.includes(only))
  .flatMap((scene) =>
    [...new Set(scene.faults.map(({ shows }) => exitOf(shows)))].map((exit) => ({
      scene,
      exit,
      faults: scene.faults.filter(({ shows }) => exitOf(shows) === exit),
    })),
  );
const played = inTurn(starts, STARTS, ({ scene, faults }) => playScene(scene, faults));

for (const [index, { scene, exit, faults }] of starts.entries()) {
  describe(`${scene.title}, exit ${exit}`, () => {
    test.for(faults)("$name", async (fault, { task }) => {
      const seen = (await played[index]?.())?.get(fault);
      if (seen === undefined) throw new Error("it was not played");
      task.meta.row = rowOf(scene, fault, seen);
      const { result, requests, stick, exit: ended } = seen;
      expect({ ...shownBy(result), exit: ended, requests, stick }).toEqual({
        ...fault.shows,
        exit,
        requests: fault.requests ?? 1,
        stick: leftBy(fault.shows),
      });
      if ("key" in fault.shows) expect(sameKey(fault.shows.bytes, seen)).toBe(true);
      else expect([result.error.message, result.error.remedy]).toEqual([expect.any(String), expect.any(String)]);
      if (isComplete(fault.shows)) expect(seen.kept).toBeGreaterThan(0);
    });
  });
}

function exitOf(shows: Shows): ExitCode {
  if ("key" in shows) return ExitCode.done;
  return "refused" in shows ? ExitCode.refused : shows.exit;
}

// biome-ignore lint/suspicious/noExplicitAny: the command line's JSON, whose shape is what is judged here
function shownBy({ outcome, error, keyFile, bytes, warnings }: any) {
  if (outcome === "refused") return { refused: error.alas };
  if (outcome === "failed") return { failed: error.code };
  return { key: keyFile, ...(bytes === KEY_BYTES ? {} : { bytes }), ...(warnings.length > 0 ? { warnings } : {}) };
}

/** All that may lie beside the request: the key with its record, ALAS's words with theirs, or nothing. */
function leftBy(shows: Shows): readonly string[] {
  if ("key" in shows) return [shows.key, "answer.json"].sort();
  return "refused" in shows ? ["alas-answer.txt", "answer.json"] : [];
}

/** Whether something came that support may ask for: it is to be kept on this computer. */
const isComplete = (shows: Shows): boolean =>
  "refused" in shows ||
  ("failed" in shows && ["answer-html", "answer-json", "answer-not-a-key", "answer-compressed"].includes(shows.failed));

function sameKey(bytes: number | undefined, { assetId, key }: Seen): boolean {
  return bytes === undefined ? keyOf(assetId).equals(key ?? Buffer.alloc(0)) : key?.length === bytes;
}

function rowOf({ title }: Scene, { name, remark }: Fault, { exit, result, requests, stick }: Seen): FaultRow {
  const { error, keyFile } = result;
  return {
    fault: `${name.startsWith(title) ? name : `${title}: ${name}`}${remark === undefined ? "" : ` (${remark})`}`,
    shown: error ? [error.code, error.alas].filter(Boolean).join(" ") : shortened(keyFile),
    exit: String(exit),
    requests: String(requests),
    stick: stick.length === 0 ? "nothing" : stick.map(shortened).join(" "),
  };
}

const shortened = (name: string): string => (name.length <= 32 ? name : `${name.slice(0, 20)}…${name.slice(-8)}`);
