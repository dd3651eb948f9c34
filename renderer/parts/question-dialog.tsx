import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { PrimaryButton } from "./buttons.tsx";

interface QuestionDialogProps {
  readonly title: string;
  /** The label of the safe answer. It has the focus, and Escape chooses it. */
  readonly goBack: string;
  onGoBack(): void;
  readonly children: ReactNode;
  readonly otherAnswers: ReactNode;
}

/** A modal question. Closing it returns the focus to the element that had it. */
export function QuestionDialog({ title, goBack, onGoBack, children, otherAnswers }: QuestionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLButtonElement>("button.big")?.focus();
    return () => element?.close(); // close() returns the focus; removing the element does not
  }, []);
  return (
    <dialog
      ref={dialog}
      className="question"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault(); // the trip closes the dialog
        onGoBack();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <div className="actions">
        <PrimaryButton onClick={onGoBack}>{goBack}</PrimaryButton>
        {otherAnswers}
      </div>
    </dialog>
  );
}
