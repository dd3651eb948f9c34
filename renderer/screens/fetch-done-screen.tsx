import { assetIdOf } from "../../core/trip/fetch-hop.ts";
import { Actions, BigButton, QuietButton } from "../parts/buttons.tsx";
import { Eject, EjectProblem } from "../parts/eject.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { type ScreenProps, useSurroundings } from "../surroundings.tsx";
import { FetchResultRow } from "./fetch-result-row.tsx";

/** Hop 2's end: each request's own result, then the ticks and the walk back. */
export function FetchDoneScreen({ step, send }: ScreenProps<"fetch.done">) {
  const { fetch } = useSurroundings().screens;
  const fetched = step.results.some(({ outcome }) => outcome === "key");
  const failed = step.results.some(({ outcome }) => outcome !== "key");
  const again = () => send({ is: "hop-chosen", hop: "fetch" });
  return (
    <>
      <EjectProblem step={step} />
      {fetched ? <Ticks hop="fetch" stick={step.stick} removal={step.removal} /> : null}
      {fetched ? <Eject step={step} send={send} /> : null}
      <ul className="rows" aria-label={fetch.results}>
        {step.results.map((result) => (
          <FetchResultRow key={result.ticketId} result={result} assetId={assetIdOf(step.asked, result.ticketId)} />
        ))}
      </ul>
      <Actions>
        {!fetched ? <BigButton onClick={again}>{fetch.lookAgain}</BigButton> : null}
        {fetched && failed ? <QuietButton onClick={again}>{fetch.lookAgain}</QuietButton> : null}
      </Actions>
    </>
  );
}
