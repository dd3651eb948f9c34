import { useEffect, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { err, ok } from "../../core/result.ts";
import { type Language, LanguageSchema } from "../../core/settings.ts";
import { TripWindow } from "../../renderer/trip-window.tsx";
import { fakeBridge } from "./fake-bridge.ts";
import type { GalleryState } from "./gallery-state.ts";
import { states } from "./states.ts";
import "../../renderer/styles/keyferry.css";

// "index.html#ja/link-empty" shows that state; without one, a list of all. Another hash shows another state in the same page.
const element = document.getElementById("root");
let root: Root | undefined;
addEventListener("hashchange", showHash);
showHash();

/** Draws from scratch: nothing of the state before is left in the page but its styles. */
function showHash() {
  const [tongue, name = ""] = location.hash.slice(1).split("/");
  const language = LanguageSchema.options.find((option) => option === tongue) ?? "en";
  const state = states[name];
  root?.unmount();
  scrollTo(0, 0);
  if (!element) return;
  root = createRoot(element);
  root.render(state ? <Shown state={state} language={language} /> : <Contents />);
}

function Shown({ state, language }: { readonly state: GalleryState; readonly language: Language }) {
  // The clock stands still, so that a picture is the same each time; a test may set it on (ms).
  const [clock] = useState(() => () => (state.trip.now ?? 0) + Number(document.documentElement.dataset.later ?? 0));
  useEffect(() => {
    if (state.press) document.querySelector<HTMLElement>(state.press)?.click();
    if (state.dropped) dropFile(state.dropped);
    document.documentElement.dataset.shown = location.hash;
  }, [state]);
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
