import type { ReactNode } from "react";
import type { ByHandKey, StickRequest } from "../../core/stick/stick-contents.ts";
import { sizeText } from "../../core/text/size-text.ts";
import { shown } from "../../core/text/untrusted.ts";
import type { KeyChoice } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { localTime } from "../local-time.ts";
import { SystemName } from "../parts/system-name.tsx";

interface KeyChoicesProps {
  readonly keys: readonly StickRequest[];
  readonly byHand: readonly ByHandKey[];
  readonly chosen: KeyChoice | null;
  choose(key: KeyChoice): void;
}

/** All keys on the stick. Keys of requests come first, because their records prove their origin. */
export function KeyChoices({ keys, byHand, chosen, choose }: KeyChoicesProps) {
  const { screens, texts } = useAppContext();
  const { deliver, stick } = screens;
  const isChosen = (key: KeyChoice) =>
    chosen?.type === "request" ? key.type === "request" && key.ticket === chosen.ticket : sameFile(chosen, key);
  return (
    <fieldset className="rows">
      <legend>{deliver.keys}</legend>
      {keys.map(({ id, folder, assetId, state, keyFile, fetchedAt }) => {
        if (id === null) return null; // every deliverable request has a ticket
        const key = { type: "request", ticket: id, assetId } as const;
        const facts = [keyFile?.name, fetchedAt && localTime(fetchedAt), texts.notices.states[state]];
        return (
          <Choice
            key={folder}
            name={<SystemName assetId={assetId} />}
            checked={isChosen(key)}
            onChoose={() => choose(key)}
          >
            {shown(facts.filter(Boolean).join(" · "))}
          </Choice>
        );
      })}
      {byHand.map(({ file, bytes }) => {
        const key = { type: "hand", file } as const;
        return (
          <Choice
            key={file}
            name={<SystemName assetId={null} file={file} />}
            checked={isChosen(key)}
            onChoose={() => choose(key)}
          >
            {`${stick.byHandKey} · ${sizeText(bytes)}`}
          </Choice>
        );
      })}
    </fieldset>
  );
}

const sameFile = (one: KeyChoice | null, other: KeyChoice): boolean =>
  one?.type === "hand" && other.type === "hand" && one.file === other.file;

interface ChoiceProps {
  readonly name: ReactNode;
  readonly checked: boolean;
  readonly children: ReactNode;
  onChoose(): void;
}

function Choice({ name, checked, children, onChoose }: ChoiceProps) {
  return (
    <label className={`row choice${checked ? " chosen" : ""}`}>
      <input type="radio" name="key" checked={checked} onChange={onChoose} />
      <span>
        {name}
        <span className="detail">{children}</span>
      </span>
    </label>
  );
}
