import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { PrimaryButton } from "./buttons.tsx";

interface QuestionDialogProps {
  readonly title: string;
  /** The way that does no harm: it has the focus, and Escape takes it. */
  readonly goBack: string;
  onGoBack(): void;
  readonly children: ReactNode;
  /** The other ways. */
  readonly others: ReactNode;
}

/** A question that keeps everything else waiting. Whoever had the focus before gets it back. */
export function QuestionDialog({ title, goBack, onGoBack, children, others }: QuestionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLButtonElement>("button.big")?.focus();
    return () => shown?.close(); // closing it gives the focus back, taking it away does not
  }, []);
  return (
    <dialog
      ref={dialog}
      className="question"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault(); // it is closed when the trip says so
        onGoBack();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <div className="actions">
        <PrimaryButton onClick={onGoBack}>{goBack}</PrimaryButton>
        {others}
      </div>
    </dialog>
  );
}
