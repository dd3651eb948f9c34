import { useRef } from "react";
import { hostsUnder, type SitePolicy } from "../../core/policy/site-policy.ts";
import { useAppContext } from "../app-context.tsx";
import { languageNames } from "../language-names.ts";
import { Fact } from "./fact.tsx";
import { PathText } from "./path-text.tsx";

const TITLE = "site-policy-title";

/** Opens a dialog with the administrator's rules. Draws nothing without a policy file. */
export function SitePolicyButton({ policy }: { readonly policy: SitePolicy }) {
  const { policy: texts } = useAppContext().screens;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const open = () => {
    dialog.current?.showModal();
    title.current?.focus(); // showModal() would focus the button at the end, and a small window would scroll there
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
      <Fact name={texts.hosts}>
        <Lines lines={hostsUnder(policy)} />
      </Fact>
      {ignoredHosts.length > 0 ? (
        <Fact name={texts.ignoredHosts}>
          <Lines lines={ignoredHosts} />
        </Fact>
      ) : null}
      <Fact name={texts.folders}>{texts.foldersAllowed[yes(allowFolders)]}</Fact>
      <Fact name={texts.note}>{texts.demanded[yes(requireNote)]}</Fact>
      <Fact name={texts.operator}>{texts.demanded[yes(requireOperator)]}</Fact>
      <Fact name={texts.language}>{language ? languageNames[language] : texts.languageOpen}</Fact>
      <Fact name={texts.files(files.length)}>
        <Lines lines={files} />
      </Fact>
    </dl>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line} className="path">
        <PathText path={line} />
      </li>
    ))}
  </ul>
);
