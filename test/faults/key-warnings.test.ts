import { expect, test } from "vitest";
import { newFolder, runJson } from "../fixtures/cli.ts";
import { openAlas } from "./good-server.ts";
import { requestAll } from "./play-scene.ts";
import { answer, attachment, keyOf } from "./plays.ts";

const same = answer(attachment("av_12345_A.key"), keyOf("ze-207"));
const numbered = answer(attachment("av_12345_A.key"));
const naming = answer(attachment("av_1_A.key"), "Licence of ze-208");

test.for([
  ["the very same key for two systems", same, "key-of-another-system"],
  ["the same number for two systems", numbered, "key-number-of-another"],
  ["a key that names another system of the stick", naming, "key-names-another-system"],
] as const)("%s is kept, and said", async ([fault, play, notice], { task }) => {
  const scene = await openAlas((assetId) =>
    assetId === "ze-208" && notice === "key-names-another-system" ? numbered : play,
  );
  const stick = await newFolder();
  try {
    await requestAll(stick.path, ["ze-207", "ze-208"]);
    const { exit, json } = await runJson(scene.place, ["fetch", "--drive", stick.path]);
    const said: string[] = json.results.flatMap((result: { warnings: string[] }) => result.warnings);
    const requests = (await scene.asked()).length;
    task.meta.row = {
      fault: `judging: ${fault}`,
      shown: said.join(" "),
      exit: String(exit),
      requests: String(requests),
      stick: "2 keys",
    };
    // Whichever came second is the one that is doubted.
    expect({ exit, said, requests }).toEqual({ exit: 0, said: [notice], requests: 2 });
    expect(json.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["key", "key"]);
  } finally {
    await Promise.all([scene.close(), stick.remove()]);
  }
});
