import { type Computer, type Language, LanguageSchema } from "../../core/settings.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { languageNames } from "../language-names.ts";
import { SitePolicyButton } from "./site-policy.tsx";

interface HeaderProps {
  readonly computer: Computer | null;
  /** The question which computer this is stands on the screen already. */
  readonly asking: boolean;
  /** A step is at work: it is not left. */
  readonly atWork: boolean;
  readonly policy: Trip["policy"];
  send(event: TripEvent): void;
  changeLanguage(language: Language): void;
}

/** The top line: the program, the computer, the language. */
export function Header({ computer, asking, atWork, policy, send, changeLanguage }: HeaderProps) {
  const { language, screens } = useAppContext();
  const { frame } = screens;
  return (
    <header className="top">
      <p className="program">Keyferry</p>
      {computer && !asking ? (
        <p className="place">
          <strong>{frame.youAreAt(computer)}</strong>
          {atWork ? null : (
            <button type="button" className="quiet" onClick={() => send({ type: "computer-changed" })}>
              {frame.change}
            </button>
          )}
        </p>
      ) : null}
      <SitePolicyButton policy={policy} />
      <label className="language">
        <span>{frame.language}</span>
        <select value={language} onChange={({ target }) => changeLanguage(languageNamed(target.value, language))}>
          {LanguageSchema.options.map((option) => (
            <option key={option} value={option} lang={option}>
              {languageNames[option]}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}

const languageNamed = (value: string, otherwise: Language): Language =>
  LanguageSchema.options.find((option) => option === value) ?? otherwise;
