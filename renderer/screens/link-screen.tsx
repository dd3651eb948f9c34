import { useEffect, useState } from "react";
import { type ActivationUrl, parseActivationUrl } from "../../core/link/activation-url.ts";
import { hostsUnder, type SitePolicy } from "../../core/policy/site-policy.ts";
import type { NoticeCode } from "../../core/step-results.ts";
import { shown } from "../../core/text/untrusted.ts";
import { type ScreenProps, useAppContext } from "../app-context.tsx";
import { StepButton } from "../parts/buttons.tsx";
import { LinkGuide } from "../parts/console-guide.tsx";
import { LinkField } from "../parts/link-field.tsx";
import { PasteLink } from "../parts/paste-link.tsx";
import { ProblemNote, WarningNote } from "../parts/problem-note.tsx";
import { LinkConfirmation } from "./link-confirmation.tsx";

/** Debounce for problems of a typed link (ms): longer than the pause between two keystrokes, shorter than a noticeable wait. */
const DEBOUNCE_MS = 500;

/** Step 1, first half: takes the link and checks it before the technician carries it away. */
export function LinkScreen({ trip, stage, send }: ScreenProps<"request.link">) {
  const { request } = useAppContext().screens;
  const { link, text } = stage.draft;
  const debounced = useDebounced(link, DEBOUNCE_MS);
  const error = link && !link.ok && debounced === link ? link.error : null;
  const urls = error?.code === "url-ambiguous" ? error.urls : null; // a question, not a problem
  const problem = urls ? null : error;
  const giveLink = (given: string) => send({ type: "link-given", text: given });
  return (
    <>
      <LinkField
        text={text}
        invalid={problem !== null}
        valid={link?.ok === true}
        problemId="link-problem"
        onText={giveLink}
      />
      {urls ? <UrlChoice urls={urls} policy={trip.policy} choose={giveLink} /> : null}
      {problem ? <ProblemNote problem={problem} id="link-problem" /> : null}
      {link?.ok ? (
        <>
          <LinkNotices link={link.value} />
          <LinkConfirmation trip={trip} stage={stage} send={send} />
        </>
      ) : (
        <>
          <PasteLink boxEmpty={text === ""} onLink={giveLink} />
          <LinkGuide />
          <StepButton step="deliver" send={send}>
            {request.haveKey}
          </StepButton>
        </>
      )}
    </>
  );
}

/** What was trimmed off the link, and its warnings. */
function LinkNotices({ link }: { readonly link: ActivationUrl }) {
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

/** The headline already asks for an asset ID that the link lacks. */
const notInHeadline = (warning: NoticeCode): boolean => warning !== "asset-id-unknown";

interface UrlChoiceProps {
  readonly urls: readonly string[];
  readonly policy: SitePolicy;
  choose(url: string): void;
}

/** Asks which of several links to use. The asset ID comes first, because the rest of a URL is hard to compare. */
function UrlChoice({ urls, policy, choose }: UrlChoiceProps) {
  const { stick } = useAppContext().screens;
  return (
    <ul className="rows">
      {urls.map((url) => {
        const link = parseActivationUrl(url, hostsUnder(policy));
        return (
          <li key={url}>
            <button type="button" className="small link" onClick={() => choose(url)}>
              <span className="asset-id">{shown((link.ok ? link.value.assetId : null) ?? stick.unknownAssetId)}</span>{" "}
              <span className="url">{shown(url)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Returns the value once it has not changed for `ms`, so that no problem is shown while the link is being typed. */
function useDebounced<T>(value: T, ms: number): T {
  const [debounced, setDebounced] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return debounced;
}
