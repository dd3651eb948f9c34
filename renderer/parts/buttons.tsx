import type { ReactNode } from "react";
import type { Step } from "../../core/trip/trip.ts";
import type { TripProps } from "../app-context.tsx";

interface ButtonProps {
  readonly children: ReactNode;
  /** The id of the element that says why the button is disabled. It uses aria-disabled, so that it keeps the focus. */
  readonly disabledBy?: string | undefined;
  onClick(): void;
}

interface BaseButtonProps extends ButtonProps {
  readonly variant: "big" | "quiet" | "small";
  /** Only for a button that opens and closes a part of the screen. */
  readonly expanded?: boolean | undefined;
}

const BaseButton = ({ variant, children, expanded, disabledBy, onClick }: BaseButtonProps) => (
  <button
    type="button"
    className={variant}
    aria-expanded={expanded}
    aria-disabled={disabledBy ? true : undefined}
    aria-describedby={disabledBy}
    onClick={onClick}
  >
    {children}
  </button>
);

/** The next action. A screen has at most one. */
export const PrimaryButton = (props: ButtonProps) => <BaseButton variant="big" {...props} />;

/** Another possible action, less prominent than the next one. */
export const SecondaryButton = (props: ButtonProps & Pick<BaseButtonProps, "expanded">) => (
  <BaseButton variant="quiet" {...props} />
);

/** An action on one item of the screen, such as one of several sticks. */
export const SmallButton = (props: ButtonProps) => <BaseButton variant="small" {...props} />;

interface StepButtonProps extends Pick<TripProps, "send"> {
  readonly step: Step;
  readonly children: string;
}

/** Begins another step. */
export const StepButton = ({ step, send, children }: StepButtonProps) => (
  <SecondaryButton onClick={() => send({ type: "step-chosen", step })}>{children}</SecondaryButton>
);

/** A row of buttons. */
export const Actions = ({ children }: { readonly children: ReactNode }) => <div className="actions">{children}</div>;
