import { err, ok } from "../../core/result.ts";
import type { Services } from "../services.ts";
import type { Handlers } from "./ipc.ts";

type NetworkHandlers = Pick<Handlers, "alas.reach" | "proxy.signIn">;

/** Creates the handlers for the connection to ALAS. */
export function networkHandlers({ reach, signIn }: Pick<Services, "reach" | "signIn">): NetworkHandlers {
  let reaching: ReturnType<Services["reach"]> | null = null;
  return {
    "alas.reach": async () => {
      // A second click during a check gets the result of that check.
      reaching ??= reach().finally(() => {
        reaching = null;
      });
      return ok(await reaching);
    },
    "proxy.signIn": async ({ id, credentials }) =>
      signIn.answer(id, credentials) ? ok(null) : err({ code: "call-rejected" }),
  };
}
