import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { err, ok } from "../../core/result.ts";
import { LanguageSchema } from "../../core/settings.ts";
import { TripWindow } from "../../renderer/trip-window.tsx";
import { fakeBridge } from "./fake-bridge.ts";
import { states } from "./states.ts";
import "../../renderer/styles/keyferry.css";

// "index.html#ja/link-empty" shows that state; without one, a list of all.
const [tongue, name = ""] = location.hash.slice(1).split("/");
const language = LanguageSchema.options.find((option) => option === tongue) ?? "en";
const state = states[name];
/** The clock stands still, so that a picture is the same each time; a test may set it on (ms). */
const clock = () => (state?.trip.now ?? 0) + Number(document.documentElement.dataset.later ?? 0);
const root = document.getElementById("root");
if (root) createRoot(root).render(state ? <Shown /> : <Contents />);
addEventListener("hashchange", () => location.reload());

function Shown() {
  useEffect(() => {
    if (state?.press) document.querySelector<HTMLElement>(state.press)?.click();
    if (state?.dropped) dropFile(state.dropped);
  }, []);
  if (!state) return null;
  const startup = {
    settings: { computer: state.trip.computer, language, consoleLanguage: null, operator: null },
    language,
    drives: [],
    drivesProblem: null,
    platform: state.platform ?? ("win32" as const),
    version: "1.0.0",
    policy: state.policyProblem ? err(state.policyProblem) : ok(state.trip.policy),
    deliverTo: "C:\\Users\\operator\\Downloads\\Keyferry",
  };
  return (
    <TripWindow
      bridge={{ ...fakeBridge(state.clipboard ?? null), ...state.bridge }}
      startup={startup}
      from={state.trip}
      now={clock}
      {...(state.beside ? { beside: state.beside } : {})}
    />
  );
}

function dropFile(bytes: number) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([new Uint8Array(bytes)], "link.txt"));
  document.querySelector("textarea")?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
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
