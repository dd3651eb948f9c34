import type { ReactNode } from "react";

interface ButtonProps {
  readonly children: ReactNode;
  onClick(): void;
}

/** The one thing to do now: a screen has at most one. */
export const BigButton = ({ children, onClick }: ButtonProps) => (
  <button type="button" className="big" onClick={onClick}>
    {children}
  </button>
);

/** Whatever else can be done: quiet, so that it does not compete. */
export const QuietButton = ({ children, onClick }: ButtonProps) => (
  <button type="button" className="quiet" onClick={onClick}>
    {children}
  </button>
);

/** A lesser action that belongs to one thing on the screen, as to one of several sticks. */
export const SmallButton = ({ children, onClick }: ButtonProps) => (
  <button type="button" className="small" onClick={onClick}>
    {children}
  </button>
);

/** The big button and the quiet ones beside it. */
export const Actions = ({ children }: { readonly children: ReactNode }) => <div className="actions">{children}</div>;
