import type { ReactNode } from "react";

interface ButtonProps {
  readonly children: ReactNode;
  /** The id of what says why pressing it does nothing now. It stays in its place, and keeps the focus. */
  readonly idleBy?: string | undefined;
  onClick(): void;
}

/** The one thing to do now: a screen has at most one. */
export const BigButton = ({ children, idleBy, onClick }: ButtonProps) => (
  <button
    type="button"
    className="big"
    aria-disabled={idleBy ? true : undefined}
    aria-describedby={idleBy}
    onClick={onClick}
  >
    {children}
  </button>
);

interface QuietButtonProps extends ButtonProps {
  /** For one that opens something: whether it is open. */
  readonly expanded?: boolean;
}

/** Whatever else can be done: quiet, so that it does not compete. */
export const QuietButton = ({ children, expanded, idleBy, onClick }: QuietButtonProps) => (
  <button
    type="button"
    className="quiet"
    aria-expanded={expanded}
    aria-disabled={idleBy ? true : undefined}
    aria-describedby={idleBy}
    onClick={onClick}
  >
    {children}
  </button>
);

/** A lesser action that belongs to one thing on the screen, as to one of several sticks. */
export const SmallButton = ({ children, idleBy, onClick }: ButtonProps) => (
  <button
    type="button"
    className="small"
    aria-disabled={idleBy ? true : undefined}
    aria-describedby={idleBy}
    onClick={onClick}
  >
    {children}
  </button>
);

/** The big button and the quiet ones beside it. */
export const Actions = ({ children }: { readonly children: ReactNode }) => <div className="actions">{children}</div>;
