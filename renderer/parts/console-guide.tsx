import { LanguageSchema } from "../../core/settings.ts";
import { consoleLabels } from "../../core/text/console-labels.ts";
import { useAppContext } from "../app-context.tsx";
import { languageNames } from "../language-names.ts";
import { ConsoleDrawing } from "./console-drawing.tsx";

/** Shows where to find the link in the console: numbered steps and a drawing with the same numbers. */
export function LinkGuide() {
  const { consoleLanguage, screens } = useAppContext();
  const { request } = screens;
  const labels = consoleLabels[consoleLanguage];
  return (
    <section className="guide" aria-labelledby="guide-title">
      <div className="guide-top">
        <h2 id="guide-title">{request.findLink}</h2>
        <ConsoleLanguageSwitch />
      </div>
      <div className="guide-body">
        <ol>
          {request.linkSteps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of steps never changes
            <li key={index}>{step(labels)}</li>
          ))}
        </ol>
        <ConsoleDrawing spot="link" numbered />
        <p className="aside">{request.bothNames(labels)}</p>
      </div>
    </section>
  );
}

/** The console's language may differ from the app's. */
export function ConsoleLanguageSwitch() {
  const { consoleLanguage, changeConsoleLanguage, screens } = useAppContext();
  return (
    <fieldset className="switch">
      <legend>{screens.request.consoleLanguage}</legend>
      {LanguageSchema.options.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name="console-language"
            checked={option === consoleLanguage}
            onChange={() => changeConsoleLanguage(option)}
          />
          <span lang={option}>{languageNames[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
