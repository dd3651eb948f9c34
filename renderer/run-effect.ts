import { assertNever } from "../core/result.ts";
import type { Effect, TripEvent } from "../core/trip/trip.ts";
import type { Bridge } from "../preload/index.ts";
import { outcomeOf } from "./outcome-of.ts";

/** Runs an effect of the trip and returns the event that answers it; null if the trip expects no answer. */
export async function runEffect(bridge: Bridge, effect: Effect): Promise<TripEvent | null> {
  switch (effect.type) {
    case "remember-computer":
      await outcomeOf(bridge.changeSettings({ computer: effect.computer }));
      return null;
    case "choose-folder":
      return { type: "folder-chosen", outcome: await outcomeOf(bridge.chooseFolder()) };
    case "scan": {
      const { stick } = effect;
      return { type: "stick-read", stick, outcome: await outcomeOf(bridge.scan({ stick })) };
    }
    case "explain-read-only": {
      const { stick } = effect;
      return { type: "read-only-explained", stick, outcome: await outcomeOf(bridge.whyReadOnly({ stick })) };
    }
    case "mount": {
      const { stick } = effect;
      return { type: "mount-ended", drive: stick, outcome: await outcomeOf(bridge.mount({ stick })) };
    }
    case "eject": {
      const { stick } = effect;
      return { type: "eject-ended", stick, outcome: await outcomeOf(bridge.eject({ stick })) };
    }
    case "write-request":
      return { type: "request-written", outcome: await outcomeOf(bridge.request(requestInput(effect))) };
    case "fetch": {
      const { stick, requests } = effect;
      return { type: "fetch-ended", outcome: await outcomeOf(bridge.fetch({ stick, requests: [...requests] })) };
    }
    case "fetch-by-hand": {
      const { type: _, ...input } = effect;
      return { type: "fetch-ended", outcome: await outcomeOf(bridge.fetchByHand(input)) };
    }
    case "cancel-fetch":
      await outcomeOf(bridge.cancelFetch());
      return null;
    case "copy-key":
      return { type: "copy-ended", outcome: await copyKey(bridge, effect) };
    default:
      return assertNever(effect);
  }
}

function requestInput({ stick, confirmed, again }: Extract<Effect, { type: "write-request" }>) {
  const { text, note, minimal } = confirmed.draft;
  const writtenNote = minimal ? null : note.trim() || null;
  const operator = confirmed.operator || null;
  return { stick, pasted: text, assetId: confirmed.assetId, note: writtenNote, operator, minimal, again };
}

function copyKey(bridge: Bridge, { stick, key }: Extract<Effect, { type: "copy-key" }>) {
  if (key.type === "hand") return outcomeOf(bridge.deliverByHand({ stick, file: key.file }));
  return outcomeOf(bridge.deliver({ stick, tickets: [key.ticket], assetId: key.assetId }));
}
