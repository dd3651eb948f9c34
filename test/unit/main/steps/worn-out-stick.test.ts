import { join } from "node:path";
import { expect, test } from "vitest";
import { requestFolderName, TICKET_ID_BYTES, ticketIdFrom } from "../../../../core/stick/ticket-id.ts";
import { saveRequest } from "../../../../main/steps/request.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { fetchWith, givesKey, notAsked } from "../../../fixtures/fetching.ts";
import { keepOtherBytes } from "../../../fixtures/harmed-medium.ts";
import { emptyStick, onlyRequest, request, temporaryFolder, urlOf } from "../../../fixtures/stick-folder.ts";

test.each(["av_12345_A.key", "answer.json"])(
  "a fetch whose %s cannot be read back is not done, and the next one writes what this computer keeps",
  async (name) => {
    const [stick, home] = [await emptyStick(), await temporaryFolder()];
    const { folder } = await request(stick);
    await keepOtherBytes(join(stick.root, "KEYFERRY", folder, name));
    const first = await fetchWith(stick, givesKey, {}, home);
    expect(done(first.outcome)).toMatchObject([{ outcome: "failed", error: { code: "stick-read-back" } }]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "incomplete" });
    const second = await fetchWith(stick, notAsked, {}, home);
    expect(done(second.outcome)).toMatchObject([{ outcome: "key", verified: true }]);
    expect(await onlyRequest(stick)).toMatchObject({ state: "answered" });
  },
);

test.each(["activation-url.txt", "ticket.json"])(
  "a request whose %s cannot be read back is not there: it can be made once more",
  async (name) => {
    const stick = await emptyStick();
    const input = { pasted: urlOf("ze-207"), minimal: false, again: false };
    const id = ticketIdFrom(fakeContext().random(TICKET_ID_BYTES));
    await keepOtherBytes(join(stick.root, "KEYFERRY", requestFolderName("ze-207", id), name));
    const context = fakeContext();
    expect(await saveRequest(stick, input, context)).toMatchObject({ error: { code: "stick-read-back" } });
    expect(await saveRequest(stick, input, context)).toMatchObject({ ok: true, value: { verified: true } });
  },
);
