import { useEffect, useState } from "react";
import type { Drive } from "../core/drives/drive.ts";
import type { Startup } from "../core/ipc.ts";
import type { Language } from "../core/settings.ts";
import { screensFor } from "../core/text/screens-for.ts";
import { textsFor } from "../core/text/texts-for.ts";
import { startTrip } from "../core/trip/transition.ts";
import type { Trip } from "../core/trip/trip.ts";
import type { Bridge } from "../preload/index.ts";
import { Header } from "./parts/header.tsx";
import { Headline } from "./parts/headline.tsx";
import { StickPanel } from "./parts/stick-panel.tsx";
import { TripMap } from "./parts/trip-map.tsx";
import { Screen } from "./screens/screen.tsx";
import { type Surroundings, SurroundingsProvider } from "./surroundings.tsx";
import { useTrip } from "./use-trip.ts";

interface TripWindowProps {
  readonly bridge: Bridge;
  readonly startup: Startup;
  /** The drives told since the main process gave the start; null when none were. */
  readonly drivesSince?: { readonly current: readonly Drive[] | null };
  /** Where to begin instead of at the start: for looking at a state by itself. */
  readonly from?: Trip;
}

/** The whole window: where one is, the map, the one thing to do, and the stick. */
export function TripWindow({ bridge, startup, drivesSince, from }: TripWindowProps) {
  const [trip, send] = useTrip(bridge, () => from ?? startTrip(startup.settings.computer));
  const [language, setLanguage] = useState(startup.language);
  const [deliverTo, setDeliverTo] = useState(startup.deliverTo);
  const [consoleLanguage, setConsoleLanguage] = useState(startup.settings.consoleLanguage ?? startup.language);

  useEffect(() => {
    if (from) return;
    const { drives, drivesProblem } = startup;
    const since = drivesSince?.current ?? null;
    send({ is: "drives-changed", drives: since ?? drives });
    if (drivesProblem && !since) send({ is: "drives-failed", problem: drivesProblem });
  }, [drivesSince, from, send, startup]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const surroundings: Surroundings = {
    bridge,
    language,
    consoleLanguage,
    platform: startup.platform,
    screens: screensFor(language),
    texts: textsFor(language),
    deliverTo,
    async chooseDeliverTo() {
      const chosen = await bridge.chooseDeliveryFolder();
      if (chosen.ok) setDeliverTo(chosen.value);
    },
    changeConsoleLanguage(chosen) {
      setConsoleLanguage(chosen);
      bridge.changeSettings({ consoleLanguage: chosen });
    },
  };
  const changeLanguage = (chosen: Language) => {
    setLanguage(chosen);
    bridge.changeSettings({ language: chosen });
  };

  const asking = trip.step.at === "computer";
  return (
    <SurroundingsProvider value={surroundings}>
      <Header computer={trip.computer} asking={asking} send={send} changeLanguage={changeLanguage} />
      <TripMap trip={trip} />
      <div className={asking ? "work alone" : "work"}>
        <main>
          <Headline trip={trip} />
          <Screen trip={trip} send={send} />
        </main>
        {asking ? null : <StickPanel trip={trip} send={send} />}
      </div>
    </SurroundingsProvider>
  );
}
