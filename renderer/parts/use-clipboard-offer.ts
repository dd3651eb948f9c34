import { useEffect, useState } from "react";
import type { Bridge } from "../../preload/index.ts";
import { settled } from "../settled.ts";

/** The activation link in the clipboard, looked for when the window gets the focus. It is only ever offered. */
export function useClipboardOffer(bridge: Bridge, wanted: boolean): string | null {
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
