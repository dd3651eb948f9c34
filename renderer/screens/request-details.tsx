import { type ReactNode, useEffect, useRef } from "react";
import { forbidsMinimal } from "../../core/policy/site-policy.ts";
import type { Problem } from "../../core/problem.ts";
import { OPERATOR_LIMIT } from "../../core/settings.ts";
import type { LinkDraft } from "../../core/trip/trip.ts";
import { type TripProps, useAppContext } from "../app-context.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";

interface DetailsProps extends TripProps {
  readonly draft: LinkDraft;
}

/** The fields that the site policy requires, shown before the button that needs them. */
export function RequiredDetails(props: DetailsProps) {
  const { requireNote, requireOperator } = props.trip.policy;
  if (!requireNote && !requireOperator) return null;
  return (
    <div className="demanded">
      {requireNote ? <NoteField {...props} /> : null}
      {requireOperator ? <OperatorField {...props} /> : null}
    </div>
  );
}

/** The optional fields, folded. */
export function OptionalDetails(props: DetailsProps) {
  const { frame } = useAppContext().screens;
  const { policy } = props.trip;
  const { requireNote, requireOperator } = policy;
  if (requireNote && requireOperator) return null;
  return (
    <details className="more">
      <summary>{frame.more}</summary>
      {requireNote ? null : <NoteField {...props} />}
      {requireOperator ? null : <OperatorField {...props} />}
      {forbidsMinimal(policy) ? null : <MinimalChoice {...props} />}
    </details>
  );
}

function NoteField({ trip, draft, send }: DetailsProps) {
  const { request } = useAppContext().screens;
  return (
    <TextField
      id="note"
      label={request.note}
      hint={request.noteHint}
      value={draft.note}
      limit={1000}
      required={trip.policy.requireNote}
      problem={trip.problem?.code === "note-required" ? trip.problem : null}
      onText={(note) => send({ type: "request-described", note, minimal: draft.minimal })}
    />
  );
}

function OperatorField({ trip, send }: DetailsProps) {
  const { request } = useAppContext().screens;
  return (
    <TextField
      id="operator"
      label={request.operator}
      hint={request.operatorHint}
      value={trip.operator}
      limit={OPERATOR_LIMIT}
      required={trip.policy.requireOperator}
      problem={trip.problem?.code === "operator-required" ? trip.problem : null}
      onText={(name) => send({ type: "operator-given", name })}
    />
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** The most characters. */
  readonly limit: number;
  readonly required: boolean;
  readonly problem: Problem | null;
  onText(text: string): void;
}

function TextField({ id, label, hint, value, limit, required, problem, onText }: TextFieldProps): ReactNode {
  const { policy } = useAppContext().screens;
  const field = useRef<HTMLDivElement>(null);
  // The pressed button did nothing because of this field, so the field gets the focus.
  useEffect(() => {
    if (!problem) return;
    field.current?.querySelector("input")?.focus();
    field.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  return (
    <div className="field" ref={field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={limit}
        autoComplete="off"
        required={required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        onChange={({ target }) => onText(target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        {required ? policy.demandedHint(hint) : hint}
      </p>
      {problem ? <ProblemNote problem={problem} id={`${id}-problem`} /> : null}
    </div>
  );
}

function MinimalChoice({ draft, send }: DetailsProps) {
  const { request } = useAppContext().screens;
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={draft.minimal}
          aria-describedby="minimal-hint"
          onChange={({ target }) => send({ type: "request-described", note: draft.note, minimal: target.checked })}
        />
        <span>{request.minimal}</span>
      </label>
      <p id="minimal-hint" className="hint">
        {request.minimalHint}
      </p>
    </>
  );
}
