import { describe, expect, test } from "vitest";
import { screensFor } from "../../../../core/text/screens-for.ts";
import { type NextAction, nextAction } from "../../../../core/trip/next-action.ts";
import { states } from "../../../gallery/states.ts";

const expected: Readonly<Record<string, NextAction>> = {
  computer: "choose-computer",
  "link-empty": "paste-link",
  "link-offered": "paste-link",
  "link-hint": "paste-link",
  "link-wrong-host": "mend-link",
  "link-two-urls": "mend-link",
  "link-good": "confirm-asset-id",
  "link-trimmed": "confirm-asset-id",
  "link-untold": "type-asset-id",
  "link-typed": "type-asset-id",
  "request-no-stick": "plug-in-stick",
  "request-two-sticks": "choose-stick",
  "request-stick": "write-request",
  "request-read-only": "mend-stick",
  "request-read-only-asking": "mend-stick",
  "request-write-protected": "mend-stick",
  "request-errors-found": "mend-stick",
  "request-ntfs-on-mac": "mend-stick",
  "request-bitlocker": "mend-stick",
  "request-policy": "mend-stick",
  "request-no-permission": "mend-stick",
  "request-worn-out": "mend-stick",
  "request-name-refused": "mend-stick",
  "request-pulled": "plug-in-stick",
  "request-unmounted": "open-stick",
  "request-unmounted-windows": "open-stick",
  "request-mounting": "open-stick",
  "request-mount-failed": "open-stick",
  "request-locked-drive": "open-stick",
  "link-unmounted": "paste-link",
  "request-unreadable": "mend-stick",
  "request-already": "already-there",
  "request-full": "write-request",
  "request-writing": "wait-for-writing",
  "request-done": "remove-stick",
  "request-ejecting": "wait-for-eject",
  "request-ejected": "go-to-a",
  "request-eject-busy": "remove-stick",
  "request-eject-failed": "remove-stick",
  "request-away": "go-to-a",
  "request-folder": "go-to-a",
  "fetch-no-stick": "plug-in-stick",
  "fetch-reading": "wait-for-stick",
  "fetch-nothing": "bring-other-stick",
  "fetch-has-key": "carry-to-b",
  "fetch-one": "fetch",
  "fetch-many": "fetch",
  "fetch-by-hand": "choose-requests",
  "fetch-sealed": "mend-stick",
  "fetch-cut-off-only": "choose-requests",
  "fetch-offline": "fetch",
  "fetch-running": "wait-for-fetch",
  "fetch-cancelling": "wait-for-fetch",
  "fetch-done": "remove-stick",
  "fetch-done-mixed": "remove-stick",
  "fetch-ejected": "go-to-b",
  "fetch-away": "go-to-b",
  "fetch-refused": "read-results",
  "deliver-no-stick": "plug-in-stick",
  "deliver-nothing": "carry-to-a",
  "deliver-one": "confirm-key",
  "deliver-sealed": "confirm-key",
  "deliver-two": "choose-key",
  "deliver-by-hand": "confirm-key",
  "deliver-differs": "confirm-key",
  "deliver-copying": "wait-for-copy",
  "upload-first": "upload",
  "upload-browse": "upload",
  "upload-status": "upload",
  "deliver-done": "remove-stick",
  "deliver-ejected": "trip-complete",
  "deliver-complete": "trip-complete",
};

describe("what to do now", () => {
  test.each(Object.entries(states))("at %s", (name, { trip }) => {
    expect(nextAction(trip)).toBe(expected[name]);
  });

  test("every action is reached by a state of the gallery, so that each has been looked at", () => {
    const reached = new Set(Object.values(states).map(({ trip }) => nextAction(trip)));
    const never = Object.keys(screensFor("en").actions).filter((action) => !reached.has(action as NextAction)); // the keys of the texts' type
    expect(never).toEqual([]);
  });
});
