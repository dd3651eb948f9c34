import type { BrowserWindow, Dialog } from "electron";
import type { FetchTexts } from "../../core/text/en/fetch-screens.ts";
import { withTimeLimit } from "../lib/time-limit.ts";
import type { RunningSteps } from "./running-steps.ts";

const LONGEST_WAIT_MS = 15_000; // a stick that hangs must not block the end of the app

/**
 * Closes the window only when no step runs: a lost answer of ALAS may have used an activation. Hides the window while a write
 * ends. During a fetch, `ask` asks the technician whether to cancel it; without consent the window stays open.
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

/** Asks in a system dialog, since the page itself may hang. Escape and Enter keep the window open. */
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
