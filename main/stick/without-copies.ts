import { recordFiles, type TicketId } from "../../core/stick/records.ts";
import { isDeliverable, type JudgedRequest } from "../../core/stick/stick-state.ts";

// How far a request has come: of two copies the one that went further is the one to go on with. One whose answer was
// harmed was asked for, which a copy from before does not tell.
const PROGRESS = [
  "unusable",
  "requested",
  "incomplete",
  "answer-harmed",
  "refused",
  "key-whole",
  "answered",
  "delivered",
];

/**
 * Keeps one request of each ticket: a folder that somebody copied under another name must not be fetched a second time,
 * and a copy that was harmed must not answer for the whole one. The copies stay in the list, as damaged.
 */
export function withoutCopies(judged: readonly JudgedRequest[]): readonly JudgedRequest[] {
  const kept = new Map<TicketId, JudgedRequest>();
  for (const one of judged) {
    if (one.evidence === null) continue;
    const other = kept.get(one.evidence.ticket.id);
    if (other === undefined || progress(one) > progress(other)) kept.set(one.evidence.ticket.id, one);
  }
  return judged.map((one) => {
    const whole = one.request.id === null ? undefined : kept.get(one.request.id);
    return whole === undefined || whole === one ? one : asCopy(one);
  });
}

const progress = (one: JudgedRequest): number => PROGRESS.indexOf(stageOf(one));

function stageOf({ request, evidence }: JudgedRequest): string {
  if (request.state !== "damaged") return request.state;
  if (isDeliverable(request)) return "key-whole";
  return request.fetchedAt !== null || evidence?.url ? "answer-harmed" : "unusable";
}

const asCopy = ({ request }: JudgedRequest): JudgedRequest => ({
  request: {
    ...request,
    id: null,
    state: "damaged",
    next: "nothing",
    keyFile: null,
    problems: [...request.problems, { code: "record-foreign", file: recordFiles.ticket }],
  },
  evidence: null,
});
