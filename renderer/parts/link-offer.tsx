import { useEffect, useState } from "react";
import type { Bridge } from "../../preload/index.ts";
import { useAppContext } from "../app-context.tsx";
import { settled } from "../settled.ts";
import { useAttempt } from "../use-attempt.ts";
import { Actions, PrimaryButton } from "./buttons.tsx";
import { FailedCall } from "./failed-call.tsx";
import { ProblemBox } from "./problem-note.tsx";

interface LinkOfferProps {
  /** Only while the box is empty: what was begun is never replaced. */
  readonly wanted: boolean;
  give(link: string): void;
}

/** The clipboard's link, offered and never taken unasked; or a button that looks for it. */
export function LinkOffer({ wanted, give }: LinkOfferProps) {
  const { bridge, screens } = useAppContext();
  const { request } = screens;
  const offer = useClipboardOffer(bridge, wanted);
  const [empty, setEmpty] = useState(false);
  const [problem, attempt] = useAttempt();
  if (!wanted) return null;
  const paste = async () => {
    setEmpty(false); // the same words again are to be heard again
    const found = await attempt(bridge.clipboardLink());
    if (found.ok && found.value !== null) give(found.value);
    else setEmpty(found.ok);
  };
  if (offer === null) {
    return (
      <>
        <Actions>
          <PrimaryButton onClick={paste}>{request.paste}</PrimaryButton>
        </Actions>
        {empty ? <ProblemBox saying={request.clipboardEmpty} /> : null}
        <FailedCall problem={problem} />
      </>
    );
  }
  return (
    <div className="offer">
      <p>{request.offer}</p>
      <p className="url">{offer}</p>
      <Actions>
        <PrimaryButton onClick={() => give(offer)}>{request.takeOffer}</PrimaryButton>
      </Actions>
    </div>
  );
}

/** The activation link in the clipboard, looked for when the window gets the focus. It is only ever offered. */
function useClipboardOffer(bridge: Bridge, wanted: boolean): string | null {
  const [offer, setOffer] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    const look = async () => {
      const found = await settled(bridge.clipboardLink());
      if (!gone) setOffer(found.ok ? found.value : null);
    };
    look();
    window.addEventListener("focus", look);
    return () => {
      gone = true;
      window.removeEventListener("focus", look);
    };
  }, [bridge, wanted]);
  return wanted ? offer : null;
}
