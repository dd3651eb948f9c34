import { useEffect, useRef, useState } from "react";
import type { Drive } from "../core/drives/drive.ts";
import type { Startup } from "../core/ipc.ts";
import type { Outcome } from "../core/problem.ts";
import { explainProblem } from "../core/text/explain-problem.ts";
import { pickLanguage } from "../core/text/language.ts";
import type { Bridge } from "../preload/index.ts";
import { TripWindow } from "./trip-window.tsx";

/** Asks the main process what it must know, then draws the trip. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  const [startup, setStartup] = useState<Outcome<Startup> | null>(null);
  // Between the answer and the first drawing a stick may come or go: the trip does not listen yet.
  const since = useRef<readonly Drive[] | null>(null);
  useEffect(() => {
    bridge.start().then((answer) => {
      since.current = null;
      setStartup(answer);
    });
    return bridge.onDrivesChanged((drives) => {
      since.current = drives;
    });
  }, [bridge]);

  if (startup === null) return null; // a few milliseconds: a flash of words would only disturb
  if (startup.ok) {
    return <TripWindow bridge={bridge} startup={startup.value} drivesSince={since} />;
  }
  const { message, remedy } = explainProblem(pickLanguage(navigator.languages), startup.error);
  return (
    <main className="fatal">
      <h1>{message}</h1>
      <p>{remedy}</p>
    </main>
  );
}
