import { recordFiles, type TicketId } from "../../core/stick/records.ts";
import type { RequestState } from "../../core/stick/stick-contents.ts";
import type { JudgedRequest } from "../../core/stick/stick-state.ts";

// How far a request has come: of two copies the one that went further is the one to go on with.
const PROGRESS: readonly RequestState[] = ["requested", "incomplete", "refused", "answered", "delivered"];

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

const progress = ({ request }: JudgedRequest): number => PROGRESS.indexOf(request.state);

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
