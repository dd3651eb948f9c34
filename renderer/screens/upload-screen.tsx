import { useState } from "react";
import { consoleLabels } from "../../core/text/console-labels.ts";
import { shown } from "../../core/text/untrusted.ts";
import { CONSOLE_UPLOAD_STEPS } from "../../core/trip/deliver-step.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { Actions, PrimaryButton, SecondaryButton, SmallButton } from "../parts/buttons.tsx";
import { ConsoleDrawing, type PageSpot } from "../parts/console-drawing.tsx";
import { ConsoleLanguageSwitch } from "../parts/console-guide.tsx";
import { Fact } from "../parts/fact.tsx";
import { PathText } from "../parts/path-text.tsx";
import { FailedCall, WarningNote } from "../parts/problem-note.tsx";
import { useAttempt } from "../use-attempt.ts";

const SPOTS: readonly PageSpot[] = ["preferences", "bar", "browse", "upload", "status"];

/** Step 3, second half: guides through the upload in the console, one instruction at a time. */
export function UploadScreen({ stage, send }: ScreenProps<"deliver.upload">) {
  const { consoleLanguage, screens, texts } = useAppContext();
  const { deliver } = screens;
  const { consoleStep, delivery, key } = stage;
  const { folder, name } = splitPath(shown(delivery.files[0]?.path ?? ""));
  const labels = consoleLabels[consoleLanguage];
  const show = (to: number) => send({ type: "console-step-shown", step: to });
  const last = consoleStep === CONSOLE_UPLOAD_STEPS - 1;
  const [showAdvice, setShowAdvice] = useState(false);
  return (
    <>
      {delivery.warnings.map((warning) => (
        <WarningNote key={warning}>{texts.notices.notices[warning]}</WarningNote>
      ))}
      <section className="guide upload" aria-labelledby="upload-title">
        <div className="guide-top">
          <h2 id="upload-title">{deliver.stepOf(consoleStep + 1, CONSOLE_UPLOAD_STEPS)}</h2>
          <ConsoleLanguageSwitch />
        </div>
        <div className="guide-body">
          <div aria-live="polite">
            <p className="instruction">{deliver.uploadSteps(name)[consoleStep]?.(labels)}</p>
            {last ? <StatusLine text={`${labels.status}: ${labels.activated}`} /> : null}
          </div>
          <ConsoleDrawing spot={SPOTS[consoleStep] ?? "status"} assetId={key.type === "request" ? key.assetId : null} />
        </div>
      </section>
      <Actions>
        {last ? (
          <PrimaryButton onClick={() => send({ type: "upload-confirmed" })}>{deliver.activated}</PrimaryButton>
        ) : (
          <PrimaryButton onClick={() => show(consoleStep + 1)}>{deliver.next}</PrimaryButton>
        )}
        {consoleStep > 0 ? (
          <SecondaryButton onClick={() => show(consoleStep - 1)}>{deliver.previous}</SecondaryButton>
        ) : (
          <SecondaryButton onClick={() => send({ type: "back" })}>{deliver.notYet}</SecondaryButton>
        )}
        {last ? (
          <SecondaryButton expanded={showAdvice} onClick={() => setShowAdvice(!showAdvice)}>
            {deliver.somethingElse}
          </SecondaryButton>
        ) : null}
      </Actions>
      {last && showAdvice ? <WarningNote>{deliver.checkFile(name)(labels)}</WarningNote> : null}
      <KeyPlace folder={folder} name={name} />
    </>
  );
}

function KeyPlace({ folder, name }: { readonly folder: string; readonly name: string }) {
  const { bridge, platform, screens } = useAppContext();
  const { deliver } = screens;
  const [problem, attempt] = useAttempt();
  return (
    <div className="key-place">
      <dl className="facts">
        <Fact name={deliver.file} className="file">
          {name}
        </Fact>
        <Fact name={deliver.folder} className="path">
          <PathText path={folder} />
        </Fact>
      </dl>
      <SmallButton onClick={() => attempt(bridge.showDelivery())}>{deliver.show[platform]}</SmallButton>
      <FailedCall problem={problem} />
    </div>
  );
}

function StatusLine({ text }: { readonly text: string }) {
  const { consoleLanguage, screens } = useAppContext();
  return (
    <p className="status-line">
      {screens.deliver.statusLine}
      <span className="shown" lang={consoleLanguage}>
        {text}
      </span>
    </p>
  );
}

/** Splits a path of any system into folder and file name. */
function splitPath(path: string): { folder: string; name: string } {
  const end = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return { folder: path.slice(0, Math.max(end, 0)), name: path.slice(end + 1) };
}
