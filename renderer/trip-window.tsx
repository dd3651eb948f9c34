import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Drive } from "../core/drives/drive.ts";
import type { Startup } from "../core/ipc.ts";
import type { ProxyQuestion } from "../core/network/proxy-question.ts";
import { NO_POLICY } from "../core/policy/site-policy.ts";
import type { Language } from "../core/settings.ts";
import { screensFor } from "../core/text/screens-for.ts";
import { textsFor } from "../core/text/texts-for.ts";
import { offersReach } from "../core/trip/offers-reach.ts";
import { isAtWork, startTrip } from "../core/trip/transition.ts";
import type { Trip, TripEvent } from "../core/trip/trip.ts";
import type { Bridge } from "../preload/index.ts";
import { type AppContext, AppContextProvider } from "./app-context.tsx";
import { Header } from "./parts/header.tsx";
import { Headline } from "./parts/headline.tsx";
import { ProxySignIn } from "./parts/proxy-sign-in.tsx";
import { ReachPanel } from "./parts/reach-panel.tsx";
import { StickPanel } from "./parts/stick-panel.tsx";
import { TripMap } from "./parts/trip-map.tsx";
import { PolicyStopScreen } from "./screens/policy-stop-screen.tsx";
import { Screen } from "./screens/screen.tsx";
import { useProxyQuestion } from "./use-proxy-question.ts";
import { type Reach, useReach } from "./use-reach.ts";
import { useTrip } from "./use-trip.ts";

interface TripWindowProps {
  readonly bridge: Bridge;
  readonly startup: Startup;
  /** The drives told since the main process gave the start; null when none were. */
  readonly drivesSince?: { readonly current: readonly Drive[] | null };
  /** Where to begin instead of at the start: for looking at a state by itself. */
  readonly from?: Trip;
  /** The same, for what stands beside the trip. */
  readonly beside?: { readonly question?: ProxyQuestion; readonly reach?: Reach };
  /** The clock, which stands still in a state by itself. It must stay the same function. */
  readonly now?: () => number;
}

/** The whole window: where one is, the map, the one thing to do, and the stick. */
export function TripWindow({ bridge, startup, drivesSince, from, beside, now = Date.now }: TripWindowProps) {
  const [trip, send] = useTrip(bridge, () => from ?? firstTrip(startup, now()), now);
  const [question, answerProxy] = useProxyQuestion(bridge, beside?.question);
  const [reach, askReach] = useReach(bridge, beside?.reach);
  const [language, setLanguage] = useState(startup.language);
  const [deliverTo, setDeliverTo] = useState(startup.deliverTo);
  const [consoleLanguage, setConsoleLanguage] = useState(startup.settings.consoleLanguage ?? startup.language);

  useEffect(() => {
    if (from) return;
    const { drives, drivesProblem } = startup;
    const since = drivesSince?.current ?? null;
    send({ type: "drives-changed", drives: since ?? drives });
    if (drivesProblem && !since) send({ type: "drives-failed", problem: drivesProblem });
  }, [drivesSince, from, send, startup]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  // The same as long as nothing of it changes: parts that read it are then drawn only for their own sake.
  const surroundings = useMemo(
    (): AppContext => ({
      bridge,
      language,
      consoleLanguage,
      platform: startup.platform,
      screens: screensFor(language),
      texts: textsFor(language),
      now,
      deliverTo,
      async chooseDeliverTo() {
        const chosen = await bridge.chooseDeliveryFolder();
        if (chosen.ok) setDeliverTo(chosen.value);
        return chosen;
      },
      changeConsoleLanguage(chosen) {
        setConsoleLanguage(chosen);
        bridge.changeSettings({ consoleLanguage: chosen });
      },
    }),
    [bridge, language, consoleLanguage, startup.platform, now, deliverTo],
  );
  const changeLanguage = (chosen: Language) => {
    setLanguage(chosen);
    bridge.changeSettings({ language: chosen });
  };

  const { policy } = startup;
  return (
    <AppContextProvider value={surroundings}>
      <Header
        computer={trip.computer}
        policy={trip.policy}
        asking={trip.stage.type === "computer"}
        atWork={isAtWork(trip.stage)}
        send={send}
        changeLanguage={changeLanguage}
      />
      {policy.ok ? (
        <TripView trip={trip} send={send} check={<ReachPanel reach={reach} ask={askReach} />} />
      ) : (
        <div className="work alone">
          <PolicyStopScreen problem={policy.error} version={startup.version} />
        </div>
      )}
      <ProxySignIn question={question} answer={answerProxy} />
    </AppContextProvider>
  );
}

interface TripViewProps {
  readonly trip: Trip;
  /** The check of the way to ALAS, for where it is offered. */
  readonly check: ReactNode;
  send(event: TripEvent): void;
}

function TripView({ trip, check, send }: TripViewProps) {
  const asking = trip.stage.type === "computer";
  return (
    <>
      <TripMap trip={trip} />
      <div className={asking ? "work alone" : "work"}>
        <main>
          <Headline trip={trip} />
          <Screen trip={trip} send={send} />
          {offersReach(trip) ? check : null}
        </main>
        {asking ? null : <StickPanel trip={trip} send={send} />}
      </div>
    </>
  );
}

/** While the site's policy cannot be used no computer is chosen, so that no stick is looked at either. */
function firstTrip({ settings, policy }: Startup, now: number): Trip {
  const site = { policy: policy.ok ? policy.value : NO_POLICY, operator: settings.operator ?? "" };
  return startTrip(policy.ok ? settings.computer : null, now, site);
}
