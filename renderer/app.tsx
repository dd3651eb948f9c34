import { useEffect, useRef, useState } from "react";
import type { Drive } from "../core/drives/drive.ts";
import type { Startup } from "../core/ipc.ts";
import type { Outcome } from "../core/problem.ts";
import { explainProblem } from "../core/text/explain-problem.ts";
import { pickLanguage } from "../core/text/language.ts";
import type { Bridge } from "../preload/index.ts";
import { TripWindow } from "./trip-window.tsx";

/** Loads the start data from the main process, then draws the trip. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  const [startup, setStartup] = useState<Outcome<Startup> | null>(null);
  // A stick may be plugged in or pulled out between the answer and the first drawing, before the trip listens.
  const latestDrives = useRef<readonly Drive[] | null>(null);
  useEffect(() => {
    bridge.start().then((answer) => {
      latestDrives.current = null;
      setStartup(answer);
    });
    return bridge.onDrivesChanged((drives) => {
      latestDrives.current = drives;
    });
  }, [bridge]);

  if (startup === null) return null; // this lasts a few milliseconds: a message would only flash
  if (startup.ok) {
    return <TripWindow bridge={bridge} startup={startup.value} latestDrives={latestDrives} />;
  }
  const { message, remedy } = explainProblem(pickLanguage(navigator.languages), startup.error);
  return (
    <main className="fatal">
      <h1>{message}</h1>
      <p>{remedy}</p>
    </main>
  );
}
