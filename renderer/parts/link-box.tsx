import { type DragEvent, useState } from "react";
import { useSurroundings } from "../surroundings.tsx";
import { droppedText } from "./dropped-text.ts";

interface LinkBoxProps {
  readonly text: string;
  readonly invalid: boolean;
  /** A good link needs no more room nor hint. */
  readonly good: boolean;
  /** The element that says what is wrong. */
  readonly problemId: string;
  onText(text: string): void;
}

/** Takes the link in whatever way the technician knows. It never submits anything: Enter is just another line. */
export function LinkBox({ text, invalid, good, problemId, onText }: LinkBoxProps) {
  const { request } = useSurroundings().screens;
  const [over, setOver] = useState(false);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onText(await droppedText(event.dataTransfer));
  };
  const drag = (event: DragEvent) => {
    event.preventDefault(); // else the browser would take the drop for itself
    setOver(true);
  };
  return (
    <div className={good ? "link-box good" : "link-box"}>
      <label htmlFor="link">{request.box}</label>
      <textarea
        id="link"
        className={over ? "over" : undefined}
        rows={2}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? `link-hint ${problemId}` : "link-hint"}
        onChange={({ target }) => onText(target.value)}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <p id="link-hint" className={good ? "unseen" : "hint"}>
        {request.boxHint}
      </p>
    </div>
  );
}
