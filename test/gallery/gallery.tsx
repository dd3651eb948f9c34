import { createRoot } from "react-dom/client";
import { LanguageSchema } from "../../core/settings.ts";
import { TripWindow } from "../../renderer/trip-window.tsx";
import { fakeBridge } from "./fake-bridge.ts";
import { states } from "./states.ts";
import "../../renderer/styles/keyferry.css";

// "index.html#ja/link-empty" shows that state; without one, a list of all.
const [tongue, name = ""] = location.hash.slice(1).split("/");
const language = LanguageSchema.options.find((option) => option === tongue) ?? "en";
const state = states[name];
const root = document.getElementById("root");
if (root) createRoot(root).render(state ? <Shown /> : <Contents />);
addEventListener("hashchange", () => location.reload());

function Shown() {
  if (!state) return null;
  const startup = {
    settings: { computer: state.trip.computer, language, consoleLanguage: null },
    language,
    drives: [],
    drivesProblem: null,
    platform: state.platform ?? ("win32" as const),
    version: "1.0.0",
    deliverTo: "C:\\Users\\operator\\Downloads\\Keyferry",
  };
  return <TripWindow bridge={fakeBridge(state.clipboard ?? null)} startup={startup} from={state.trip} />;
}

function Contents() {
  return (
    <main>
      <h1>Gallery</h1>
      <ul>
        {LanguageSchema.options.flatMap((option) =>
          Object.keys(states).map((each) => (
            <li key={`${option}/${each}`}>
              <a href={`#${option}/${each}`}>{`${option}/${each}`}</a>
            </li>
          )),
        )}
      </ul>
    </main>
  );
}
