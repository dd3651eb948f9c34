import { useState } from "react";
import { useSurroundings } from "../surroundings.tsx";
import { useAttempt } from "../use-attempt.ts";
import { Actions, BigButton } from "./buttons.tsx";
import { FailedCall } from "./failed-call.tsx";
import { ProblemBox } from "./problem-note.tsx";
import { useClipboardOffer } from "./use-clipboard-offer.ts";

interface LinkOfferProps {
  /** Only while the box is empty: what was begun is never replaced. */
  readonly wanted: boolean;
  give(link: string): void;
}

/** The clipboard's link, offered and never taken unasked; or a button that looks for it. */
export function LinkOffer({ wanted, give }: LinkOfferProps) {
  const { bridge, screens } = useSurroundings();
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
          <BigButton onClick={paste}>{request.paste}</BigButton>
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
        <BigButton onClick={() => give(offer)}>{request.takeOffer}</BigButton>
      </Actions>
    </div>
  );
}
