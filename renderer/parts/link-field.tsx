import { type DragEvent, useState } from "react";
import { useAppContext } from "../app-context.tsx";
import { droppedText } from "./dropped-text.ts";
import { ProblemBox } from "./problem-note.tsx";

interface LinkFieldProps {
  readonly text: string;
  readonly invalid: boolean;
  /** Whether the text is a valid link: then the field is small and its hint hidden. */
  readonly valid: boolean;
  /** The id of the element that describes the problem. */
  readonly problemId: string;
  onText(text: string): void;
}

/** The field for the link, which can be typed, pasted or dropped. It never submits: Enter only adds a line. */
export function LinkField({ text, invalid, valid, problemId, onText }: LinkFieldProps) {
  const { request } = useAppContext().screens;
  const [dragging, setDragging] = useState(false);
  /** The field's text when a file without a link was dropped. The message about the file goes once this text changes. */
  const [rejectedAt, setRejectedAt] = useState<string | null>(null);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    setRejectedAt(null);
    const dropped = await droppedText(event.dataTransfer);
    if (dropped === null) setRejectedAt(text);
    else onText(dropped);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault(); // otherwise the browser opens the dropped file
    setDragging(true);
  };
  return (
    <div className={valid ? "link-box good" : "link-box"}>
      <label htmlFor="link">{request.box}</label>
      <textarea
        id="link"
        className={dragging ? "over" : undefined}
        rows={2}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? `link-hint ${problemId}` : "link-hint"}
        onChange={({ target }) => {
          setRejectedAt(null);
          onText(target.value);
        }}
        onDragOver={drag}
        onDragLeave={() => setDragging(false)}
        onDrop={drop}
      />
      <p id="link-hint" className={valid ? "unseen" : "hint"}>
        {request.boxHint}
      </p>
      {rejectedAt === text ? <ProblemBox message={request.noLinkFile} /> : null}
    </div>
  );
}
