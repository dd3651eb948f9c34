import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NO_POLICY, type SitePolicy } from "../../../../core/policy/site-policy.ts";
import { deliverKeys } from "../../../../main/steps/deliver.ts";
import { fetchKeys } from "../../../../main/steps/fetch.ts";
import { type RequestInput, saveRequest } from "../../../../main/steps/request.ts";
import { scanStick } from "../../../../main/steps/scan.ts";
import { withOperator } from "../../../../main/steps/with-operator.ts";
import { noMemory } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { emptyStick, put, temporaryFolder } from "../../../fixtures/stick-folder.ts";

const RELAY = "https://alas-relay.plant-4.example/activate?siteid=ze-207";
const KEY = new TextEncoder().encode("a key's bytes\u0000\u0001");

/** A computer at a site with these rules; `asked` are the addresses that a fetch went to. */
function site(rules: Partial<SitePolicy>, operator: string | null = null) {
  const asked: string[] = [];
  const context = {
    ...fakeContext(),
    ...noMemory,
    policy: { ...NO_POLICY, ...rules },
    ask: async (url: string) => {
      asked.push(url);
      const answer = { status: 200, contentType: null, contentDisposition: 'attachment; filename="av_1_A.key"' };
      const from = { host: new URL(url).hostname };
      return { ok: true, value: { ...answer, ...from, bytes: KEY } } as const;
    },
  };
  return { context: withOperator(context, operator), asked };
}

const ask = (more: Partial<RequestInput> = {}): RequestInput => ({
  pasted: "https://alas.stratus.com/activate?siteid=ze-207",
  minimal: false,
  again: false,
  ...more,
});

describe("an added host", () => {
  const relay = { hosts: ["alas-relay.plant-4.example"] };

  test("leads through all three steps", async () => {
    const stick = await emptyStick();
    const { context, asked } = site(relay);
    const { ticket } = done(await saveRequest(stick, ask({ pasted: RELAY }), context));
    expect(done(await scanStick(stick, context)).requests).toMatchObject([{ state: "requested", problems: [] }]);
    expect(done(await fetchKeys(stick, {}, context))).toMatchObject([{ outcome: "key" }]);
    expect(asked).toEqual([RELAY]);
    const { files } = done(await deliverKeys(stick, { to: await temporaryFolder() }, context));
    expect(files).toMatchObject([{ ticketId: ticket.id }]);
    expect(await readFile(join(stick.root, "KEYFERRY", "NEXT-STEP.txt"), "utf8")).toContain("ze-207");
  });

  test("is found in a text that was saved by hand, beside the vendor's own", async () => {
    const stick = await emptyStick();
    await put(stick, "relay.txt", RELAY);
    await put(stick, "vendor.txt", "https://alas.stratus.com/activate?siteid=ze-208");
    const files = async (rules: Partial<SitePolicy>) =>
      done(await scanStick(stick, site(rules).context)).byHand.urls.map(({ file }) => file);
    expect(await files(relay)).toEqual(["relay.txt", "vendor.txt"]);
    expect(await files({})).toEqual(["vendor.txt"]);
  });

  test("counts at its own site only: elsewhere nothing is written, and nobody is asked", async () => {
    const stick = await emptyStick();
    const elsewhere = site({});
    expect(await saveRequest(stick, ask({ pasted: RELAY }), elsewhere.context)).toMatchObject({
      error: { code: "url-wrong-host", host: "alas-relay.plant-4.example" },
    });
    expect(await readdir(stick.root)).toEqual([]);
    done(await saveRequest(stick, ask({ pasted: RELAY }), site(relay).context));
    const scanned = done(await scanStick(stick, elsewhere.context)).requests;
    expect(scanned).toMatchObject([{ state: "damaged", problems: [{ code: "url-wrong-host" }] }]);
    expect(done(await fetchKeys(stick, {}, elsewhere.context))).toEqual([]);
    expect(elsewhere.asked).toEqual([]);
  });
});

describe("what each request must say", () => {
  const note = { requireNote: true };
  const name = { requireOperator: true };
  test.each([
    ["a note is demanded and there is none", note, ask(), null, "note-required"],
    ["blanks are no note", note, ask({ note: " \t" }), null, "note-required"],
    ["a request that leaves all out has no note", note, ask({ note: "4711", minimal: true }), null, "note-required"],
    ["a name is demanded and nobody is named", name, ask(), null, "operator-required"],
    ["blanks are no name", name, ask(), "  ", "operator-required"],
    ["a request that leaves all out names nobody", name, ask({ minimal: true }), "Maintenance 2", "operator-required"],
    ["a link that is no good is said first", note, ask({ pasted: "x" }), null, "url-not-found"],
  ] as const)("%s", async (_, rules, input, operator, code) => {
    const stick = await emptyStick();
    expect(await saveRequest(stick, input, site(rules, operator).context)).toMatchObject({ error: { code } });
    expect(await readdir(stick.root)).toEqual([]);
  });

  test.each([
    ["a note", note, ask({ note: "4711" }), null],
    ["a name", name, ask(), "Maintenance 2"],
    ["both, where only one is demanded", name, ask({ note: "4711" }), "Maintenance 2"],
    ["neither, where nothing is demanded", {}, ask({ minimal: true }), null],
  ] as const)("goes to the stick with %s", async (_, rules, input, operator) => {
    const stick = await emptyStick();
    expect(await saveRequest(stick, input, site(rules, operator).context)).toMatchObject({ ok: true });
  });

  test("a link saved by hand has no note: nobody is asked for it", async () => {
    const stick = await emptyStick();
    await put(stick, "link.txt", "https://alas.stratus.com/activate?siteid=ze-207");
    const { context, asked } = site(note);
    const fetched = await fetchKeys(stick, { byHand: { file: "link.txt", confirmed: "named" } }, context);
    expect(fetched).toMatchObject({ error: { code: "note-required", byHand: true } });
    expect(asked).toEqual([]);
  });
});

describe("who is at work stands in the records", () => {
  const json = async (stick: { root: string }, folder: string, file: string) =>
    JSON.parse(await readFile(join(stick.root, "KEYFERRY", folder, file), "utf8"));

  test("of all three steps, each by whoever did it", async () => {
    const stick = await emptyStick();
    const { ticket } = done(await saveRequest(stick, ask(), site({}, " Maintenance 2 ").context));
    done(await fetchKeys(stick, {}, site({}, "Office").context));
    done(await deliverKeys(stick, { to: await temporaryFolder() }, site({}).context));
    expect((await json(stick, ticket.folder, "ticket.json")).from.operator).toBe("Maintenance 2");
    expect((await json(stick, ticket.folder, "answer.json")).from.operator).toBe("Office");
    expect((await json(stick, ticket.folder, "delivery.json")).from).not.toHaveProperty("operator");
  });

  test("but not of a request that is to name nobody, nor of what follows it", async () => {
    const stick = await emptyStick();
    const { context } = site({}, "Maintenance 2");
    const { ticket } = done(await saveRequest(stick, ask({ minimal: true }), context));
    done(await fetchKeys(stick, {}, context));
    for (const file of ["ticket.json", "answer.json"]) {
      expect(await json(stick, ticket.folder, file), file).not.toHaveProperty("from");
    }
  });
});
