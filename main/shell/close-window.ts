import type { BrowserWindow, Dialog } from "electron";
import type { FetchTexts } from "../../core/text/en/fetch-screens.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { RunningSteps } from "./running-steps.ts";

const LONGEST_WAIT_MS = 15_000; // a stick that hangs must not keep the program for ever

/**
 * Closes the window only when no step is in hand: an answer of ALAS's that is thrown away may have cost an activation. A
 * write is waited for, out of sight. Whether a fetch is cancelled `ask` puts to the technician; otherwise the window stays.
 */
export function closeWhenStepsEnd(
  window: Pick<BrowserWindow, "on" | "hide" | "destroy">,
  runningSteps: RunningSteps,
  ask: () => Promise<boolean>,
): void {
  let closing = false;
  const close = async (): Promise<void> => {
    if (runningSteps.current() === "fetch" && !(await ask())) return;
    runningSteps.cancelFetch();
    window.hide();
    await withTimeLimit(runningSteps.allEnded(), LONGEST_WAIT_MS, undefined);
    window.destroy();
  };
  window.on("close", (event) => {
    if (runningSteps.current() === "nothing") return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    close().finally(() => {
      closing = false;
    });
  });
}

/** The system's own box: the page may be what hangs. Escape and Enter stay. */
export async function confirmCancel(
  dialog: Pick<Dialog, "showMessageBox">,
  window: BrowserWindow,
  { question, detail, stay, close }: FetchTexts["closing"],
): Promise<boolean> {
  const buttons = [stay, close];
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: question,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === buttons.indexOf(close);
}
