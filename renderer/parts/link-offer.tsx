import { useState } from "react";
import { useSurroundings } from "../surroundings.tsx";
import { Actions, BigButton } from "./buttons.tsx";
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
  if (!wanted) return null;
  const paste = async () => {
    const found = await bridge.clipboardLink();
    if (found.ok && found.value !== null) give(found.value);
    else setEmpty(true);
  };
  if (offer === null) {
    return (
      <Actions>
        <BigButton onClick={paste}>{request.paste}</BigButton>
        {empty ? <p role="alert">{request.clipboardEmpty}</p> : null}
      </Actions>
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
