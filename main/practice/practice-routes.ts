import { makePracticeKey, practiceKeyName } from "./practice-key.ts";
import type { ConsoleLanguage } from "./practice-labels.ts";
import { type ConsoleState, checkLicence, type Notice, receiveKey, type Upload } from "./practice-licence.ts";
import { homePage, licensePage, notFoundPage, PATHS, type PageContext, preferencesPage } from "./practice-pages.ts";
import { PRACTICE_STYLE } from "./practice-style.ts";

/** A complete request to the console. `route` is method and path, such as "GET /preferences". */
export interface ConsoleRequest {
  readonly route: string;
  readonly language: ConsoleLanguage;
  readonly upload: Upload;
}

export interface ConsoleReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Values that do not change while the console runs. */
export interface ConsoleIdentity {
  readonly activationUrl: string;
  readonly keyNumber: number;
}

/** Returns the console's reply to a request, and its new state. `now` is ms since 1970. */
export function answerConsole(
  request: ConsoleRequest,
  state: ConsoleState,
  identity: ConsoleIdentity,
  now: number,
): { readonly state: ConsoleState; readonly reply: ConsoleReply } {
  const context: PageContext = { state, language: request.language, activationUrl: identity.activationUrl, now };
  const shown = (reply: ConsoleReply) => ({ state, reply });
  const done = (after: { readonly state: ConsoleState; readonly notice: Notice }) => ({
    state: after.state,
    reply: page(licensePage({ ...context, ...after }), after.notice.good ? 200 : 422),
  });
  switch (request.route) {
    case `GET ${PATHS.home}`:
      return shown(page(homePage(context)));
    case `GET ${PATHS.preferences}`:
      return shown(page(preferencesPage(context)));
    case `GET ${PATHS.license}`:
      return shown(page(licensePage(context)));
    case `POST ${PATHS.uploadNew}`:
      return done(receiveKey(state, request.upload, "new", now));
    case `POST ${PATHS.uploadActivated}`:
      return done(receiveKey(state, request.upload, "activated", now));
    case `POST ${PATHS.check}`:
      return done(checkLicence(state, now));
    case `GET ${PATHS.boughtKey}`:
      return shown(boughtKey(state.assetId, identity.keyNumber));
    case `GET ${PATHS.style}`:
      return shown({ status: 200, headers: { "Content-Type": "text/css; charset=utf-8" }, body: PRACTICE_STYLE });
    case `GET ${PATHS.status}`:
      return shown(statusJson(state));
    default:
      return shown(page(notFoundPage(context), 404));
  }
}

function page(body: string, status = 200): ConsoleReply {
  return { status, headers: { "Content-Type": "text/html; charset=utf-8" }, body };
}

function boughtKey(assetId: string, number: number): ConsoleReply {
  const key = { assetId, number, activation: 0 };
  return {
    status: 200,
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${practiceKeyName(key)}"`,
    },
    body: makePracticeKey(key),
  };
}

function statusJson({ assetId, licence }: ConsoleState): ConsoleReply {
  const status = { activated: licence !== undefined, assetId, uploadedSha256: licence?.sha256 ?? null };
  return { status: 200, headers: { "Content-Type": "application/json" }, body: `${JSON.stringify(status)}\n` };
}
