import type { ReactNode } from "react";

interface ButtonProps {
  readonly children: ReactNode;
  /** The id of what says why pressing it does nothing now. It stays in its place, and keeps the focus. */
  readonly idleBy?: string | undefined;
  onClick(): void;
}

interface LookedButtonProps extends ButtonProps {
  readonly look: "big" | "quiet" | "small";
  /** For one that opens something: whether it is open. */
  readonly expanded?: boolean | undefined;
}

const LookedButton = ({ look, children, expanded, idleBy, onClick }: LookedButtonProps) => (
  <button
    type="button"
    className={look}
    aria-expanded={expanded}
    aria-disabled={idleBy ? true : undefined}
    aria-describedby={idleBy}
    onClick={onClick}
  >
    {children}
  </button>
);

/** The one thing to do now: a screen has at most one. */
export const PrimaryButton = (props: ButtonProps) => <LookedButton look="big" {...props} />;

/** Whatever else can be done: quiet, so that it does not compete. */
export const SecondaryButton = (props: ButtonProps & Pick<LookedButtonProps, "expanded">) => (
  <LookedButton look="quiet" {...props} />
);

/** A lesser action that belongs to one thing on the screen, as to one of several sticks. */
export const SmallButton = (props: ButtonProps) => <LookedButton look="small" {...props} />;

/** The big button and the quiet ones beside it. */
export const Actions = ({ children }: { readonly children: ReactNode }) => <div className="actions">{children}</div>;
