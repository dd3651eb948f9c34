import { type ReactNode, useRef } from "react";
import { hostsUnder, type SitePolicy } from "../../core/policy/site-policy.ts";
import { useAppContext } from "../app-context.tsx";
import { languageNames } from "../language-names.ts";
import { PathText } from "./path-text.tsx";

const TITLE = "site-policy-title";

/** What the administrator laid down, for whoever wonders; nothing where nothing is. */
export function SitePolicyButton({ policy }: { readonly policy: SitePolicy }) {
  const { policy: texts } = useAppContext().screens;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const open = () => {
    dialog.current?.showModal();
    title.current?.focus(); // not the button at its end, to which a small window would scroll
  };
  if (policy.files.length === 0) return null;
  return (
    <>
      <button type="button" className="quiet" id="site-policy" aria-haspopup="dialog" onClick={open}>
        {texts.title}
      </button>
      <dialog ref={dialog} className="site-policy" aria-labelledby={TITLE}>
        <h2 ref={title} id={TITLE} tabIndex={-1}>
          {texts.title}
        </h2>
        <p>{texts.lead}</p>
        <Rules policy={policy} />
        <button type="button" className="small" onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </dialog>
    </>
  );
}

function Rules({ policy }: { readonly policy: SitePolicy }) {
  const { policy: texts } = useAppContext().screens;
  const { allowFolders, requireNote, requireOperator, language, files, ignoredHosts } = policy;
  const yes = (is: boolean) => (is ? "yes" : "no");
  return (
    <dl className="facts">
      <Rule name={texts.hosts}>
        <Lines lines={hostsUnder(policy)} />
      </Rule>
      {ignoredHosts.length > 0 ? (
        <Rule name={texts.ignoredHosts}>
          <Lines lines={ignoredHosts} />
        </Rule>
      ) : null}
      <Rule name={texts.folders}>{texts.foldersAllowed[yes(allowFolders)]}</Rule>
      <Rule name={texts.note}>{texts.demanded[yes(requireNote)]}</Rule>
      <Rule name={texts.operator}>{texts.demanded[yes(requireOperator)]}</Rule>
      <Rule name={texts.language}>{language ? languageNames[language] : texts.languageOpen}</Rule>
      <Rule name={texts.files(files.length)}>
        <Lines lines={files} />
      </Rule>
    </dl>
  );
}

const Rule = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line} className="path">
        <PathText path={line} />
      </li>
    ))}
  </ul>
);
