import { useState } from "react";
import type { FetchResult, NoticeCode } from "../../core/step-results.ts";
import { sizeText } from "../../core/text/size-text.ts";
import { shown } from "../../core/text/untrusted.ts";
import { fetchItemOf } from "../../core/trip/fetch-step.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { TickMark } from "../parts/drawings.tsx";
import { KeptNote, WarningNote } from "../parts/problem-note.tsx";
import { SystemName } from "../parts/system-name.tsx";

type Key = Extract<FetchResult, { readonly outcome: "key" }>;

/** More are folded together: they are fine, and what is not stands above them. */
const FEW = 3;

/** The keys that are on the stick now, and what is to be said of them. */
export function FetchKeys({ stage }: Pick<ScreenProps<"fetch.done">, "stage">) {
  const { fetch } = useAppContext().screens;
  const keys = stage.results.filter((result): result is Key => result.outcome === "key");
  const nameOf = ({ ticketId }: Key) => fetchItemOf(stage.items, ticketId)?.assetId ?? null;
  if (keys.length > FEW) return <FoldedKeys keys={keys} nameOf={nameOf} />;
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
  const [open, setOpen] = useState(false); // drawn only when they are wanted
  const warnings = [...new Set(keys.flatMap((key) => key.warnings))];
  return (
    <>
      {warnings.map((warning) => {
        const met = keys.filter((key) => key.warnings.includes(warning));
        const names = met.length === keys.length ? [] : met.map((key) => nameOf(key) ?? stick.unknownAssetId);
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
                  <TickMark />
                </li>
              ))
            : null}
        </ul>
      </details>
    </>
  );
}

/** As many names as a sentence takes. */
const NAMED = 6;

interface WarningProps {
  readonly warning: NoticeCode;
  /** Whom it is about, where that has to be told. */
  readonly names?: readonly string[];
}

function Warning({ warning, names = [] }: WarningProps) {
  const { screens, texts } = useAppContext();
  const notice = texts.notices.notices[warning];
  const more = Math.max(0, names.length - NAMED);
  const said = names.length > 0 ? screens.fetch.about(names.slice(0, NAMED), more, notice) : notice;
  return warning === "key-from-this-computer" ? <KeptNote>{said}</KeptNote> : <WarningNote>{said}</WarningNote>;
}

function KeyRow({ result, assetId }: { readonly result: Key; readonly assetId: string | null }) {
  const { fetch } = useAppContext().screens;
  return (
    <li className="row result key">
      <p className="verdict">
        <TickMark />
        <SystemName assetId={assetId} />
        <span>{result.fromStore ? fetch.writtenAgain : fetch.fetched}</span>
      </p>
      <dl className="facts">
        <div>
          <dt>{fetch.keyFile}</dt>
          <dd className="file">{shown(result.keyFile)}</dd>
        </div>
        <div>
          <dt>{fetch.size}</dt>
          <dd>{sizeText(result.bytes)}</dd>
        </div>
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
