import { useState } from "react";
import type { FetchResult, NoticeCode } from "../../core/step-results.ts";
import { sizeText } from "../../core/text/size-text.ts";
import { shown } from "../../core/text/untrusted.ts";
import { fetchItemOf } from "../../core/trip/fetch-step.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { CheckMark } from "../parts/drawings.tsx";
import { Fact } from "../parts/fact.tsx";
import { SavedNote, WarningNote } from "../parts/problem-note.tsx";
import { SystemName } from "../parts/system-name.tsx";

type Key = Extract<FetchResult, { readonly outcome: "key" }>;

/** More keys are folded: they need no action, and the failures above them do. */
const MAX_ROWS = 3;

/** The keys that were written to the stick, with their warnings. */
export function FetchKeys({ stage }: Pick<ScreenProps<"fetch.done">, "stage">) {
  const { fetch } = useAppContext().screens;
  const keys = stage.results.filter((result): result is Key => result.outcome === "key");
  const nameOf = ({ ticketId }: Key) => fetchItemOf(stage.items, ticketId)?.assetId ?? null;
  if (keys.length > MAX_ROWS) return <FoldedKeys keys={keys} nameOf={nameOf} />;
  if (keys.length === 0) return null;
  return (
    <ul className="rows" aria-label={fetch.results}>
      {keys.map((key) => (
        <KeyRow key={key.ticketId} result={key} assetId={nameOf(key)} />
      ))}
    </ul>
  );
}

interface FoldedProps {
  readonly keys: readonly Key[];
  nameOf(key: Key): string | null;
}

function FoldedKeys({ keys, nameOf }: FoldedProps) {
  const { fetch, stick } = useAppContext().screens;
  const [open, setOpen] = useState(false); // the rows are drawn only while open
  const warnings = [...new Set(keys.flatMap((key) => key.warnings))];
  return (
    <>
      {warnings.map((warning) => {
        const affected = keys.filter((key) => key.warnings.includes(warning));
        const names = affected.length === keys.length ? [] : affected.map((key) => nameOf(key) ?? stick.unknownAssetId);
        return <Warning key={warning} warning={warning} names={names} />;
      })}
      <details className="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{fetch.keysFolded(keys.length)}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
        <ul className="lines" tabIndex={0} aria-label={fetch.results}>
          {open
            ? keys.map((key) => (
                <li key={key.ticketId} className="line key">
                  <SystemName assetId={nameOf(key)} />
                  <span className="file">{shown(key.keyFile)}</span>
                  <CheckMark />
                </li>
              ))
            : null}
        </ul>
      </details>
    </>
  );
}

/** The most names in one sentence. */
const MAX_NAMES = 6;

interface WarningProps {
  readonly warning: NoticeCode;
  /** The systems that the warning concerns; empty if it concerns all. */
  readonly names?: readonly string[];
}

function Warning({ warning, names = [] }: WarningProps) {
  const { screens, texts } = useAppContext();
  const notice = texts.notices.notices[warning];
  const more = Math.max(0, names.length - MAX_NAMES);
  const text = names.length > 0 ? screens.fetch.about(names.slice(0, MAX_NAMES), more, notice) : notice;
  return warning === "key-from-this-computer" ? <SavedNote>{text}</SavedNote> : <WarningNote>{text}</WarningNote>;
}

function KeyRow({ result, assetId }: { readonly result: Key; readonly assetId: string | null }) {
  const { fetch } = useAppContext().screens;
  return (
    <li className="row result key">
      <p className="verdict">
        <CheckMark />
        <SystemName assetId={assetId} />
        <span>{result.fromStore ? fetch.writtenAgain : fetch.fetched}</span>
      </p>
      <dl className="facts">
        <Fact name={fetch.keyFile} className="file">
          {shown(result.keyFile)}
        </Fact>
        <Fact name={fetch.size}>{sizeText(result.bytes)}</Fact>
      </dl>
      <details className="hash">
        <summary>
          {fetch.sha256} <code>{result.sha256.slice(0, 16)}…</code>
        </summary>
        <code>{result.sha256}</code>
      </details>
      {result.warnings.map((warning) => (
        <Warning key={warning} warning={warning} />
      ))}
    </li>
  );
}
