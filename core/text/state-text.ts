import type { StickRequest } from "../stick/stick-contents.ts";
import type { NoticeTexts } from "./en/notices.ts";

/** What a request's state is called. A link that was not saved completely has words of its own: it was not damaged. */
export const stateText = (
  { states, unfinished }: NoticeTexts,
  { state, problems }: Pick<StickRequest, "state" | "problems">,
): string => (problems.some(({ code }) => code === "request-unfinished") ? unfinished : states[state]);
