import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ProxyCredentials, ProxyQuestion } from "../../core/network/proxy-question.ts";
import { untrusted } from "../../core/text/untrusted.ts";
import { useAppContext } from "../app-context.tsx";
import { SecondaryButton } from "./buttons.tsx";
import { Fact } from "./fact.tsx";
import { ProblemBox, WarningNote } from "./problem-note.tsx";

const MAX_LENGTH = 256; // characters, as in the IPC contract

interface ProxySignInProps {
  readonly question: ProxyQuestion | null;
  answer(credentials: ProxyCredentials | null): void;
}

/** The sign-in dialog of a proxy. The element always stays on the page, because only close() returns the focus. */
export function ProxySignIn({ question, answer }: ProxySignInProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState("");
  const open = question !== null;
  // Must run before the form's effect: showModal() moves the focus to the first field.
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="sign-in"
      aria-labelledby="sign-in-title"
      aria-describedby={question?.again ? "sign-in-problem" : "sign-in-lead"}
      onCancel={(event) => {
        event.preventDefault(); // the answer closes the dialog
        answer(null);
      }}
    >
      {question ? (
        <SignInForm key={question.id} question={question} name={name} setName={setName} answer={answer} />
      ) : null}
    </dialog>
  );
}

interface SignInFormProps {
  readonly question: ProxyQuestion;
  readonly name: string;
  setName(name: string): void;
  answer(credentials: ProxyCredentials | null): void;
}

function SignInForm({ question, name, setName, answer }: SignInFormProps) {
  const { signIn } = useAppContext().screens.network;
  const [password, setPassword] = useState("");
  const { again, triesLeft, scheme } = question;
  const [nameField, passwordField] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const first = useRef(again && name !== "" ? passwordField : nameField);
  useEffect(() => first.current.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== "") answer({ name, password });
  };
  return (
    <form onSubmit={submit}>
      <h2 id="sign-in-title">{signIn.title}</h2>
      {again ? null : <p id="sign-in-lead">{signIn.lead}</p>}
      <ProxyFacts question={question} />
      {again ? (
        <ProblemBox message={signIn.notAccepted} id="sign-in-problem">
          <p className="aside">{signIn.triesLeft(triesLeft)}</p>
        </ProblemBox>
      ) : null}
      <div className="fields">
        <SignInField
          id="sign-in-name"
          label={signIn.name}
          value={name}
          onText={setName}
          field={nameField}
          again={again}
        />
        <SignInField
          id="sign-in-password"
          label={signIn.password}
          value={password}
          onText={setPassword}
          field={passwordField}
          again={again}
        />
      </div>
      {again ? null : <p className="aside">{signIn.kept}</p>}
      {scheme === "basic" ? <WarningNote>{signIn.way.basic}</WarningNote> : <p className="aside">{signIn.way.other}</p>}
      <div className="actions">
        <button type="submit" className="big">
          {signIn.signIn}
        </button>
        <SecondaryButton onClick={() => answer(null)}>{signIn.cancel}</SecondaryButton>
      </div>
    </form>
  );
}

function ProxyFacts({ question: { host, port, realm } }: { readonly question: ProxyQuestion }) {
  const { signIn } = useAppContext().screens.network;
  return (
    <dl className="proxy-facts">
      <Fact name={signIn.proxy}>
        <code>{untrusted(`${host}:${port}`)}</code>
      </Fact>
      {realm === "" ? null : (
        <Fact name={signIn.realm}>
          <q>{untrusted(realm)}</q>
        </Fact>
      )}
    </dl>
  );
}

interface SignInFieldProps {
  readonly id: "sign-in-name" | "sign-in-password";
  readonly label: string;
  readonly value: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Whether the proxy rejected the last credentials. */
  readonly again: boolean;
  onText(value: string): void;
}

function SignInField({ id, label, value, field, again, onText }: SignInFieldProps) {
  const secret = id === "sign-in-password";
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type={secret ? "password" : "text"}
        value={value}
        maxLength={MAX_LENGTH}
        required={!secret}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={again}
        {...(again ? { "aria-describedby": "sign-in-problem" } : {})}
        onChange={({ target }) => onText(target.value)}
      />
    </div>
  );
}
