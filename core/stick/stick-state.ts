import { ALAS_ERRORS, type AlasRetry } from "../answer/alas-errors.ts";
import type { ActivationUrl } from "../link/activation-url.ts";
import { hostOfUrl } from "../link/url-host.ts";
import type { Problem } from "../problem.ts";
import type { FolderEntry } from "./folder-entry.ts";
import type { Ticket } from "./records.ts";
import { type Findings, readFindings } from "./request-findings.ts";
import type { NextStep, RequestState, StickRequest } from "./stick-contents.ts";
import { isRequestFile } from "./stick-layout.ts";

/** The data on which a step may act: the ticket is intact. */
interface TicketEvidence {
  readonly ticket: Ticket;
  readonly ticketSha256: string;
  /** Vetted, and the same as in the ticket; otherwise null, and nothing may be fetched. */
  readonly url: ActivationUrl | null;
  /** SHA-256 of answer.json, if it exists: delivery.json refers to it. */
  readonly answerSha256: string | null;
}

export interface JudgedRequest {
  readonly request: StickRequest;
  /** Null if the ticket cannot be trusted, or if a newer Keyferry wrote the folder. */
  readonly evidence: TicketEvidence | null;
}

/**
 * Judges one request's folder from its files alone, whatever they contain. Null if none is Keyferry's: it is no request.
 * `hosts`: the URL's allowed hosts, if not the default ones.
 */
export function judgeRequest(
  folder: string,
  entries: readonly FolderEntry[],
  hosts?: readonly string[],
): JudgedRequest | null {
  if (!entries.some(({ name }) => isRequestFile(name))) return null;
  const findings = readFindings(folder, entries, hosts);
  const { ticket, url, answer } = findings;
  const request = requestOf(folder, findings);
  if (ticket === null || request.state === "newer") return { request, evidence: null };
  const answerSha256 = answer?.sha256 ?? null;
  return { request, evidence: { ticket: ticket.record, ticketSha256: ticket.sha256, url, answerSha256 } };
}

/** Returns a request whose folder cannot be listed: only its name is known. */
export function unreadableRequest(folder: string, problem: Problem): StickRequest {
  const unknown = {
    assetId: null,
    ticketSha256: null,
    urlSha256: null,
    host: null,
    keyFile: null,
    refusal: null,
    note: null,
  };
  const times = { createdAt: null, fetchedAt: null, deliveredAt: null };
  return { id: null, folder, state: "damaged", next: "request-again", problems: [problem], ...unknown, ...times };
}

/** Whether a request's key is intact on the stick, even if other files are damaged. */
export const isDeliverable = ({ state, next }: StickRequest): boolean =>
  state === "answered" || state === "delivered" || next === "deliver";

function requestOf(folder: string, findings: Findings): StickRequest {
  const ticket = findings.ticket?.record;
  const answer = findings.answer?.record;
  const state = stateOf(findings);
  return {
    id: ticket?.id ?? null,
    folder,
    assetId: ticket?.assetId ?? findings.url?.assetId ?? null,
    ticketSha256: findings.ticket?.sha256 ?? null,
    urlSha256: ticket?.url.sha256 ?? null,
    host: findings.url === null ? null : hostOfUrl(findings.url.text),
    state,
    next: nextStepOf(state, findings),
    problems: Object.values(findings.problems).flat(),
    keyFile:
      answer?.outcome === "key"
        ? { name: answer.file.name, bytes: answer.file.bytes, sha256: answer.file.sha256 }
        : null,
    refusal: answer?.outcome === "refused" ? { alas: answer.error.code, name: answer.error.name } : null,
    note: ticket?.note ?? null,
    createdAt: ticket?.createdAt ?? null,
    fetchedAt: answer?.fetchedAt ?? null,
    deliveredAt: findings.delivery?.record.deliveredAt ?? null,
  };
}

/** Returns the first state that applies, in the order of the stick's format. */
function stateOf({ problems, answer, delivery, cutOff }: Findings): RequestState {
  const all = Object.values(problems).flat();
  if (all.some(({ code }) => code === "record-newer")) return "newer";
  if (all.length > 0) return "damaged";
  if (answer?.record.outcome === "refused") return cutOff ? "incomplete" : "refused";
  if (delivery !== null) return "delivered";
  if (answer !== null) return "answered";
  return cutOff ? "incomplete" : "requested";
}

function nextStepOf(state: RequestState, findings: Findings): NextStep {
  switch (state) {
    case "newer":
      return "update";
    case "damaged":
      return afterDamage(findings);
    case "refused":
      return afterRefusal(findings);
    case "delivered":
      return "nothing";
    case "answered":
      return "deliver";
    case "incomplete":
      return "fetch-again-knowingly";
    case "requested":
      return "fetch";
  }
}

/** Returns the least costly step: an intact request is kept, and an intact key is not fetched again. */
function afterDamage(findings: Findings): NextStep {
  const { problems, answer, delivery } = findings;
  if (problems.request.length > 0) return "request-again";
  const whole = problems.answer.length === 0 ? answer : null;
  if (whole?.record.outcome === "key") return "deliver";
  // Computer B has a verified copy of the key: another fetch would only cost an activation.
  if (answer !== null && delivery !== null) return "nothing";
  if (problems.url.length > 0) return "request-again";
  return whole === null ? "fetch-again-knowingly" : afterRefusal(findings);
}

const AFTER_REFUSAL: Readonly<Record<AlasRetry, NextStep>> = {
  no: "call-support",
  later: "fetch-again-knowingly",
  "after-15-minutes": "fetch-again-knowingly",
  "after-fix": "request-again",
};

/** An unknown code is a case for support. */
function afterRefusal({ answer }: Findings): NextStep {
  const code = answer?.record.outcome === "refused" ? answer.record.error.code : "";
  return AFTER_REFUSAL[ALAS_ERRORS.find((error) => error.code === code)?.retry ?? "no"];
}
