import { useState } from "react";
import { useAppContext } from "../app-context.tsx";
import { useAttempt } from "../use-attempt.ts";
import { PrimaryButton, SmallButton } from "./buttons.tsx";
import { FailedCall } from "./problem-note.tsx";

interface CopyButtonProps {
  readonly text: string;
  /** Whether copying is the screen's next action. */
  readonly big?: boolean;
  readonly children: string;
}

/** Copies a text to the clipboard and shows the result. */
export function CopyButton({ text, big = false, children }: CopyButtonProps) {
  const { bridge, screens } = useAppContext();
  const [copied, setCopied] = useState(false);
  const [problem, attempt] = useAttempt();
  const copy = async () => setCopied((await attempt(bridge.copyText({ text }))).ok);
  const Button = big ? PrimaryButton : SmallButton;
  return (
    <>
      <div className="copy">
        <Button onClick={copy}>{children}</Button>
        <span role="status">{copied ? screens.fetch.copied : ""}</span>
      </div>
      <FailedCall problem={problem} />
    </>
  );
}
