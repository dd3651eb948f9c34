import type { ActivationUrl } from "../../core/link/activation-url.ts";
import { FORMAT_VERSION, recordFiles, recordText, type Ticket } from "../../core/stick/records.ts";
import { stickFiles } from "../../core/stick/stick-layout.ts";
import { requestFolderName, TICKET_ID_BYTES, ticketIdFrom } from "../../core/stick/ticket-id.ts";
import { fingerprintOf } from "../lib/sha256.ts";
import type { NewFile } from "../stick/commit.ts";
import type { StepContext } from "./context.ts";
import { asBytes, senderOf, timeOf } from "./record-head.ts";

/** A new request, ready to be written: `files` in the order of writing. */
export interface NewTicket {
  readonly ticket: Ticket;
  readonly folder: string;
  readonly files: readonly NewFile[];
}

export interface TicketInput {
  readonly assetId: string | null;
  readonly note?: string;
  readonly minimal: boolean;
}

/** Makes step 1's files for a checked URL. The ticket contains the URL's hash; without a ticket the files are no request. */
export function makeTicket(url: ActivationUrl, input: TicketInput, context: StepContext): NewTicket {
  const id = ticketIdFrom(context.random(TICKET_ID_BYTES));
  const note = input.minimal ? undefined : input.note;
  const ticket: Ticket = {
    format: "keyferry-ticket",
    version: FORMAT_VERSION,
    id,
    createdAt: timeOf(context),
    product: "everrun",
    assetId: input.assetId,
    url: { ...fingerprintOf(asBytes(url.text)) },
    ...senderOf(context, input.minimal),
    ...(note === undefined ? {} : { note }),
  };
  return {
    ticket,
    folder: requestFolderName(input.assetId, id),
    files: [
      { name: stickFiles.url, bytes: asBytes(`${url.text}\r\n`) }, // data first
      { name: recordFiles.ticket, bytes: asBytes(recordText(ticket)) }, // the record last
    ],
  };
}
