import { useState } from "react";
import { useSurroundings } from "../surroundings.tsx";
import { SmallButton } from "./buttons.tsx";

/** Puts a text into the clipboard, and says that it did. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: string }) {
  const { bridge, screens } = useSurroundings();
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied((await bridge.copyText({ text })).ok);
  return (
    <div className="copy">
      <SmallButton onClick={copy}>{children}</SmallButton>
      <span role="status">{copied ? screens.fetch.copied : ""}</span>
    </div>
  );
}
