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
  /** The drives that the main process reported after the start data; null if it reported none. */
  readonly latestDrives?: { readonly current: readonly Drive[] | null };
  /** The trip to begin with. The gallery and the tests draw single states with it. */
  readonly initialTrip?: Trip;
  /** The same for the state that is not part of the trip. */
  readonly initialNetwork?: { readonly question?: ProxyQuestion; readonly reach?: Reach };
  /** The clock (ms since 1970). It must stay the same function from one drawing to the next. */
  readonly now?: () => number;
}

/** The whole window: header, map, current screen and stick panel. */
export function TripWindow({
  bridge,
  startup,
  latestDrives,
  initialTrip,
  initialNetwork,
  now = Date.now,
}: TripWindowProps) {
  const [trip, send] = useTrip(bridge, () => initialTrip ?? firstTrip(startup, now()), now);
  const [question, answerProxy] = useProxyQuestion(bridge, initialNetwork?.question);
  const [reach, checkReach] = useReach(bridge, initialNetwork?.reach);
  const [language, setLanguage] = useState(startup.language);
  const [deliverTo, setDeliverTo] = useState(startup.deliverTo);
  const [consoleLanguage, setConsoleLanguage] = useState(startup.settings.consoleLanguage ?? startup.language);

  useEffect(() => {
    if (initialTrip) return;
    const { drives, drivesProblem } = startup;
    const latest = latestDrives?.current ?? null;
    send({ type: "drives-changed", drives: latest ?? drives });
    if (drivesProblem && !latest) send({ type: "drives-failed", problem: drivesProblem });
  }, [latestDrives, initialTrip, send, startup]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  // Memoised, because a new object would redraw every part that reads the context.
  const context = useMemo(
    (): AppContext => ({
      bridge,
      language,
      consoleLanguage,
      platform: startup.platform,
      screens: screensFor(language),
      texts: textsFor(language),
      now,
      deliverTo,
      async chooseDeliveryFolder() {
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
    <AppContextProvider value={context}>
      <Header
        computer={trip.computer}
        policy={trip.policy}
        choosingComputer={trip.stage.type === "computer"}
        atWork={isAtWork(trip.stage)}
        send={send}
        changeLanguage={changeLanguage}
      />
      {policy.ok ? (
        <TripView trip={trip} send={send} reachPanel={<ReachPanel reach={reach} check={checkReach} />} />
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
  /** Shown only on screens that offer it. */
  readonly reachPanel: ReactNode;
  send(event: TripEvent): void;
}

function TripView({ trip, reachPanel, send }: TripViewProps) {
  const choosingComputer = trip.stage.type === "computer";
  return (
    <>
      <TripMap trip={trip} />
      <div className={choosingComputer ? "work alone" : "work"}>
        <main>
          <Headline trip={trip} />
          <Screen trip={trip} send={send} />
          {offersReach(trip) ? reachPanel : null}
        </main>
        {choosingComputer ? null : <StickPanel trip={trip} send={send} />}
      </div>
    </>
  );
}

/** Without a usable site policy no computer is chosen, so that no stick is read either. */
function firstTrip({ settings, policy }: Startup, now: number): Trip {
  const site = { policy: policy.ok ? policy.value : NO_POLICY, operator: settings.operator ?? "" };
  return startTrip(policy.ok ? settings.computer : null, now, site);
}
