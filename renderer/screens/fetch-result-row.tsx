import type { FetchResult } from "../../core/hop-results.ts";
import type { AlasRefusal } from "../../core/problem.ts";
import { alasTextOf } from "../../core/text/alas-texts.ts";
import { sizeText } from "../../core/text/size-text.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { CareMark, TickMark } from "../parts/drawings.tsx";
import { CareNote, ProblemNote } from "../parts/problem-note.tsx";
import { useSurroundings } from "../surroundings.tsx";

interface FetchResultRowProps {
  readonly result: FetchResult;
  readonly assetId: string | null;
}

/** What became of one request. */
export function FetchResultRow({ result, assetId }: FetchResultRowProps) {
  const { fetch, stick } = useSurroundings().screens;
  const words = { key: fetch.fetched, refused: fetch.refused, failed: fetch.failed };
  return (
    <li className={`row result ${result.outcome}`}>
      <p className="verdict">
        {result.outcome === "key" ? <TickMark /> : <CareMark />}
        <span className="name">{assetId ?? stick.unknownAssetId}</span>
        <span>{words[result.outcome]}</span>
      </p>
      {result.outcome === "key" ? <KeyFacts result={result} /> : <Failure result={result} assetId={assetId} />}
    </li>
  );
}

function KeyFacts({ result }: { readonly result: Extract<FetchResult, { outcome: "key" }> }) {
  const { screens, texts } = useSurroundings();
  const { fetch } = screens;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{fetch.keyFile}</dt>
          <dd className="file">{result.keyFile}</dd>
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
        <CareNote key={warning}>{texts.notices.notices[warning]}</CareNote>
      ))}
    </>
  );
}

type Failed = Exclude<FetchResult, { outcome: "key" }>;

function Failure({ result, assetId }: { readonly result: Failed; readonly assetId: string | null }) {
  const { screens } = useSurroundings();
  const { error } = result;
  // For a person at the vendor's, who knows codes and not our words.
  const details = JSON.stringify({ assetId, ticket: result.ticketId, outcome: result.outcome, error }, null, 2);
  return (
    <>
      {error.code === "alas-refused" ? <Refusal refusal={error} /> : <ProblemNote problem={error} />}
      <CopyButton text={details}>{screens.fetch.copyDetails}</CopyButton>
    </>
  );
}

function Refusal({ refusal }: { readonly refusal: AlasRefusal }) {
  const { screens, texts } = useSurroundings();
  const { fetch } = screens;
  const words = alasTextOf(texts.alas, refusal.alas);
  return (
    <div className="refusal" role="alert">
      <p className="code">
        <strong>{refusal.alas}</strong> <span>{refusal.name}</span>
      </p>
      <dl>
        <dt>{fetch.whatItMeans}</dt>
        <dd>{words.meaning}</dd>
        <dt>{fetch.whatToDo}</dt>
        <dd>{words.remedy}</dd>
        <dt>{fetch.whomToCall}</dt>
        <dd>{words.call}</dd>
      </dl>
    </div>
  );
}
