import { useEffect, useState } from "react";
import { type ActivationUrl, parseActivationUrl } from "../../core/link/activation-url.ts";
import { hostsUnder, type SitePolicy } from "../../core/policy/site-policy.ts";
import type { NoticeCode } from "../../core/step-results.ts";
import { shown } from "../../core/text/untrusted.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { SecondaryButton } from "../parts/buttons.tsx";
import { LinkGuide } from "../parts/console-guide.tsx";
import { LinkBox } from "../parts/link-box.tsx";
import { LinkOffer } from "../parts/link-offer.tsx";
import { ProblemNote, WarningNote } from "../parts/problem-note.tsx";
import { LinkConfirmation } from "./link-confirmation.tsx";

/** Slower than one types, faster than one wonders (ms). */
const PAUSE = 500;

/** Step 1, first half: gets the link in, whichever way, and vets it before anybody walks. */
export function LinkScreen({ trip, stage, send }: ScreenProps<"request.link">) {
  const { request } = useAppContext().screens;
  const { link, text } = stage.draft;
  const settled = useSettled(link, PAUSE);
  const found = link && !link.ok && settled === link ? link.error : null;
  const several = found?.code === "url-ambiguous" ? found.urls : null; // a question, no problem
  const problem = several ? null : found;
  const give = (given: string) => send({ type: "link-given", text: given });
  return (
    <>
      <LinkBox text={text} invalid={problem !== null} good={link?.ok === true} problemId="link-problem" onText={give} />
      {several ? <WhichUrl urls={several} policy={trip.policy} give={give} /> : null}
      {problem ? <ProblemNote problem={problem} id="link-problem" /> : null}
      {link?.ok ? (
        <>
          <LinkWords link={link.value} />
          <LinkConfirmation trip={trip} stage={stage} send={send} />
        </>
      ) : (
        <>
          <LinkOffer wanted={text === ""} give={give} />
          <LinkGuide />
          <SecondaryButton onClick={() => send({ type: "step-chosen", step: "deliver" })}>
            {request.haveKey}
          </SecondaryButton>
        </>
      )}
    </>
  );
}

/** What was taken off around the link, and what is odd about it. */
function LinkWords({ link }: { readonly link: ActivationUrl }) {
  const { screens, texts } = useAppContext();
  return (
    <>
      {link.trimmed.length > 0 ? (
        <p className="aside">{screens.request.trimmed(link.trimmed.map((trim) => texts.notices.trims[trim]))}</p>
      ) : null}
      {link.warnings.filter(notInHeadline).map((warning) => (
        <WarningNote key={warning}>{texts.notices.notices[warning]}</WarningNote>
      ))}
    </>
  );
}

/** Without an asset ID in the link the headline asks for it already. */
const notInHeadline = (warning: NoticeCode): boolean => warning !== "asset-id-unknown";

interface WhichUrlProps {
  readonly urls: readonly string[];
  readonly policy: SitePolicy;
  give(url: string): void;
}

/** Two different links are a question, not a guess. Their asset IDs tell them apart, the rest of them nobody reads. */
function WhichUrl({ urls, policy, give }: WhichUrlProps) {
  const { stick } = useAppContext().screens;
  return (
    <ul className="rows">
      {urls.map((url) => {
        const link = parseActivationUrl(url, hostsUnder(policy));
        return (
          <li key={url}>
            <button type="button" className="small link" onClick={() => give(url)}>
              <span className="asset-id">{shown((link.ok ? link.value.assetId : null) ?? stick.unknownAssetId)}</span>{" "}
              <span className="url">{shown(url)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The value once it has stood still for `ms`: a link that is being typed is not complained of at each letter. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
