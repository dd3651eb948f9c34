import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { err, ok } from "../../../../core/result.ts";
import type { TicketId } from "../../../../core/stick/records.ts";
import { wantedBy } from "../../../../main/cli/commands/fetch.ts";
import { fetchKeys } from "../../../../main/steps/fetch.ts";
import type { FetchContext } from "../../../../main/steps/fetch-context.ts";
import type { Stick } from "../../../../main/stick/stick.ts";
import { noMemory } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import {
  type Ask,
  fetchWith,
  givesKey,
  KEY,
  keyAnswer,
  notAsked,
  pulledMeanwhile,
} from "../../../fixtures/fetching.ts";
import { emptyStick, onlyRequest, put, read, request, temporaryFolder } from "../../../fixtures/stick-folder.ts";

describe("an activation is not burnt for nothing", () => {
  test("a stick that is gone is noticed before ALAS is asked", async () => {
    const stick = await emptyStick();
    await request(stick);
    let here = true;
    const leaving: Stick = {
      root: stick.root,
      check: async () => (here ? stick.check() : err({ code: "stick-gone" })),
    };
    await read(leaving);
    const checks = { count: 0 };
    const counted: Stick = {
      root: stick.root,
      check: async () => {
        checks.count += 1;
        here = checks.count <= 2; // there while it is read, gone afterwards
        return leaving.check();
      },
    };
    const { outcome, asked } = await fetchWith(counted, givesKey);
    expect(done(outcome)).toMatchObject([{ outcome: "failed", error: { code: "stick-gone" } }]);
    expect(asked).toEqual([]);
  });

  test("a stick that cannot be written is noticed before ALAS is asked, and its reason is looked for once", async () => {
    const stick = await emptyStick();
    const tickets: TicketId[] = [];
    for (const assetId of ["ze-208", "ze-209"]) {
      const { id, folder } = await request(stick, assetId);
      tickets.push(id);
      // What stands where the mark must go: even root cannot write then.
      await mkdir(join(stick.root, "KEYFERRY", folder, "answer.json.part"));
    }
    const looked: string[] = [];
    const context: FetchContext = {
      ...fakeContext(),
      ask: notAsked,
      ...noMemory,
      whyUnwritable: async (_stick, refused) => {
        looked.push(refused.code);
        return { code: "stick-policy" };
      },
    };
    const results = done(await fetchKeys(stick, wantedBy({ tickets, again: false }), context));
    expect(results).toMatchObject([{ error: { code: "stick-policy" } }, { error: { code: "stick-policy" } }]);
    expect(looked).toHaveLength(1);
  });

  test("while ALAS is being asked, the stick says that this fetch may count", async () => {
    const stick = await emptyStick();
    await request(stick);
    let meanwhile = "";
    await fetchWith(stick, async () => {
      meanwhile = (await onlyRequest(stick)).state;
      return ok(keyAnswer());
    });
    expect(meanwhile).toBe("incomplete");
  });

  test("what an earlier, cut off fetch left is not forgotten when the next one fails", async () => {
    const stick = await emptyStick();
    const { id, folder } = await request(stick);
    await put(stick, `KEYFERRY/${folder}/answer.json.part`, "");
    await fetchWith(stick, async () => err({ code: "net-refused" }), { tickets: [id] });
    expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete" });
  });

  test("a key that the stick does not take is saved on this computer", async () => {
    const stick = await emptyStick();
    const home = await temporaryFolder();
    const { id } = await request(stick);
    const { leaving, ask } = pulledMeanwhile(stick);
    const { outcome } = await fetchWith(leaving, ask, {}, home);
    const kept = join(home, "answers", id, "av_12345_A.key");
    expect(done(outcome)).toMatchObject([{ outcome: "failed", error: { code: "stick-gone" }, kept, keptIs: "key" }]);
    expect(new Uint8Array(await readFile(kept))).toEqual(KEY);
    // And the stick, back in its port, tells that something was under way.
    expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete", next: "fetch-again-knowingly" });
  });

  test("cancelled between two requests, the second one is not asked for", async () => {
    const stick = await emptyStick();
    await request(stick, "ze-208");
    await request(stick, "ze-209");
    const controller = new AbortController();
    const ask: Ask = async () => {
      controller.abort();
      return err({ code: "fetch-cancelled" });
    };
    const { outcome, asked } = await fetchWith(stick, ask, { signal: controller.signal });
    expect(asked).toHaveLength(1);
    expect(done(outcome).map((result) => result.outcome === "key" || result.error.code)).toEqual([
      "fetch-cancelled",
      "fetch-cancelled",
    ]);
  });
});
