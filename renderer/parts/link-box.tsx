import { type DragEvent, useState } from "react";
import { useAppContext } from "../app-context.tsx";
import { droppedText } from "./dropped-text.ts";
import { ProblemBox } from "./problem-note.tsx";

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
  const { request } = useAppContext().screens;
  const [over, setOver] = useState(false);
  /** The text that stood here when something else was dropped: the words about it go with it. */
  const [refusedAt, setRefusedAt] = useState<string | null>(null);
  const refused = refusedAt === text;
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setRefusedAt(null);
    const dropped = await droppedText(event.dataTransfer);
    if (dropped === null) setRefusedAt(text);
    else onText(dropped);
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
        onChange={({ target }) => {
          setRefusedAt(null);
          onText(target.value);
        }}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <p id="link-hint" className={good ? "unseen" : "hint"}>
        {request.boxHint}
      </p>
      {refused ? <ProblemBox saying={request.noLinkFile} /> : null}
    </div>
  );
}
