import { type Computer, type Language, LanguageSchema } from "../../core/settings.ts";
import type { Trip, TripEvent } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { languageNames } from "../language-names.ts";
import { SitePolicyButton } from "./site-policy.tsx";

interface HeaderProps {
  readonly computer: Computer | null;
  /** Whether the screen already asks which computer this is. */
  readonly choosingComputer: boolean;
  /** Whether a step is at work: then the computer cannot be changed. */
  readonly atWork: boolean;
  readonly policy: Trip["policy"];
  send(event: TripEvent): void;
  changeLanguage(language: Language): void;
}

/** The top line: program name, computer, site policy and language. */
export function Header({ computer, choosingComputer, atWork, policy, send, changeLanguage }: HeaderProps) {
  const { language, screens } = useAppContext();
  const { frame } = screens;
  return (
    <header className="top">
      <p className="program">Keyferry</p>
      {computer && !choosingComputer ? (
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
        <select value={language} onChange={({ target }) => changeLanguage(toLanguage(target.value, language))}>
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

const toLanguage = (value: string, fallback: Language): Language =>
  LanguageSchema.options.find((option) => option === value) ?? fallback;
