import { useSurroundings } from "../surroundings.tsx";

/** A short piece of work without figures: the bar shows that it is going on. */
export function WorkingScreen() {
  const { fetch } = useSurroundings().screens;
  return <progress className="wide" aria-label={fetch.progress} />;
}
