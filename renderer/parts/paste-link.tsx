import { useEffect, useState } from "react";
import type { Bridge } from "../../preload/index.ts";
import { useAppContext } from "../app-context.tsx";
import { outcomeOf } from "../outcome-of.ts";
import { useAttempt } from "../use-attempt.ts";
import { Actions, PrimaryButton } from "./buttons.tsx";
import { FailedCall, ProblemBox } from "./problem-note.tsx";

interface PasteLinkProps {
  /** The clipboard is offered only while the field is empty, so that it never replaces typed text. */
  readonly boxEmpty: boolean;
  onLink(link: string): void;
}

/** Offers the link in the clipboard, or a button that looks for one. The link is never taken without a click. */
export function PasteLink({ boxEmpty, onLink }: PasteLinkProps) {
  const { bridge, screens } = useAppContext();
  const { request } = screens;
  const offer = useClipboardOffer(bridge, boxEmpty);
  const [empty, setEmpty] = useState(false);
  const [problem, attempt] = useAttempt();
  if (!boxEmpty) return null;
  const paste = async () => {
    setEmpty(false); // a screen reader announces the same message again only if it is drawn anew
    const found = await attempt(bridge.clipboardLink());
    if (found.ok && found.value !== null) onLink(found.value);
    else setEmpty(found.ok);
  };
  if (offer === null) {
    return (
      <>
        <Actions>
          <PrimaryButton onClick={paste}>{request.paste}</PrimaryButton>
        </Actions>
        {empty ? <ProblemBox message={request.clipboardEmpty} /> : null}
        <FailedCall problem={problem} />
      </>
    );
  }
  return (
    <div className="offer">
      <p>{request.offer}</p>
      <p className="url">{offer}</p>
      <Actions>
        <PrimaryButton onClick={() => onLink(offer)}>{request.takeOffer}</PrimaryButton>
      </Actions>
    </div>
  );
}

/** Returns the activation link in the clipboard, which is read each time the window gets the focus. */
function useClipboardOffer(bridge: Bridge, wanted: boolean): string | null {
  const [offer, setOffer] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let unmounted = false;
    const readClipboard = async () => {
      const found = await outcomeOf(bridge.clipboardLink());
      if (!unmounted) setOffer(found.ok ? found.value : null);
    };
    readClipboard();
    window.addEventListener("focus", readClipboard);
    return () => {
      unmounted = true;
      window.removeEventListener("focus", readClipboard);
    };
  }, [bridge, wanted]);
  return wanted ? offer : null;
}
