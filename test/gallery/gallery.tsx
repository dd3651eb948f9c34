import { useEffect, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { err, ok } from "../../core/result.ts";
import { type Language, LanguageSchema } from "../../core/settings.ts";
import { TripWindow } from "../../renderer/trip-window.tsx";
import { fakeBridge } from "./fake-bridge.ts";
import type { GalleryState } from "./gallery-state.ts";
import { states } from "./states.ts";
import "../../renderer/styles/keyferry.css";

// "index.html#ja/link-empty" shows that state; without a hash, a list of all. A change of the hash shows another state.
const element = document.getElementById("root");
let root: Root | undefined;
addEventListener("hashchange", showHash);
showHash();

/** Draws the state with a new root, so that nothing of the previous state is left. */
function showHash() {
  const [languageName, name = ""] = location.hash.slice(1).split("/");
  const language = LanguageSchema.options.find((option) => option === languageName) ?? "en";
  const state = states[name];
  root?.unmount();
  scrollTo(0, 0);
  if (!element) return;
  root = createRoot(element);
  root.render(state ? <Shown state={state} language={language} /> : <Contents />);
}

function Shown({ state, language }: { readonly state: GalleryState; readonly language: Language }) {
  // The clock stands still, so that every screenshot is the same. A test may advance it (ms).
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
      initialTrip={state.trip}
      now={clock}
      {...(state.network ? { initialNetwork: state.network } : {})}
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
