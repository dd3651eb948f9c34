import { assertNever } from "../core/result.ts";
import type { Effect, TripEvent } from "../core/trip/trip.ts";
import type { Bridge } from "../preload/index.ts";
import { settled } from "./settled.ts";

/** Does what the trip asks for, and gives the event that answers it; null where no answer is expected. */
export async function runEffect(bridge: Bridge, effect: Effect): Promise<TripEvent | null> {
  switch (effect.type) {
    case "remember-computer":
      await settled(bridge.changeSettings({ computer: effect.computer }));
      return null;
    case "choose-folder":
      return { type: "folder-chosen", outcome: await settled(bridge.chooseFolder()) };
    case "scan": {
      const { stick } = effect;
      return { type: "stick-read", stick, outcome: await settled(bridge.scan({ stick })) };
    }
    case "explain-read-only": {
      const { stick } = effect;
      return { type: "read-only-explained", stick, outcome: await settled(bridge.whyReadOnly({ stick })) };
    }
    case "mount": {
      const { stick } = effect;
      return { type: "mount-ended", drive: stick, outcome: await settled(bridge.mount({ stick })) };
    }
    case "eject": {
      const { stick } = effect;
      return { type: "eject-ended", stick, outcome: await settled(bridge.eject({ stick })) };
    }
    case "write-request":
      return { type: "request-written", outcome: await settled(bridge.request(requestInput(effect))) };
    case "fetch": {
      const { stick, requests } = effect;
      return { type: "fetch-ended", outcome: await settled(bridge.fetch({ stick, requests: [...requests] })) };
    }
    case "fetch-by-hand": {
      const { type: _, ...shown } = effect;
      return { type: "fetch-ended", outcome: await settled(bridge.fetchByHand(shown)) };
    }
    case "cancel-fetch":
      await settled(bridge.cancelFetch());
      return null;
    case "copy-key":
      return { type: "copy-ended", outcome: await copyKey(bridge, effect) };
    default:
      return assertNever(effect);
  }
}

function requestInput({ stick, confirmed, again }: Extract<Effect, { type: "write-request" }>) {
  const { text, note, minimal } = confirmed.draft;
  const kept = minimal || note.trim() === "" ? null : note.trim();
  const operator = confirmed.operator || null;
  return { stick, pasted: text, assetId: confirmed.assetId, note: kept, operator, minimal, again };
}

function copyKey(bridge: Bridge, { stick, key }: Extract<Effect, { type: "copy-key" }>) {
  if (key.type === "hand") return settled(bridge.deliverByHand({ stick, file: key.file }));
  return settled(bridge.deliver({ stick, tickets: [key.ticket], assetId: key.assetId }));
}
