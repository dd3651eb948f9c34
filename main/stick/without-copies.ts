import { recordFiles, type TicketId } from "../../core/stick/records.ts";
import { isDeliverable, type JudgedRequest } from "../../core/stick/stick-state.ts";

// Stages in order. Of two copies the later stage wins. A damaged answer ranks above `requested`, because ALAS was already
// contacted.
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
 * Keeps one folder for each ticket, so that a copied folder is not fetched again. The others are listed as damaged.
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
