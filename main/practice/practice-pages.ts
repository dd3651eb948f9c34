import { type Html, html } from "./practice-html.ts";
import { type ConsoleLanguage, LABELS, type Labels } from "./practice-labels.ts";
import type { Bar, ConsoleState, Notice } from "./practice-licence.ts";
import { noticeText, statusRows } from "./practice-wording.ts";

/** The data of a page. `activationUrl` is the URL of the console's link, `now` is ms since 1970. */
export interface PageContext {
  readonly state: ConsoleState;
  readonly language: ConsoleLanguage;
  readonly activationUrl: string;
  readonly now: number;
  readonly notice?: Notice;
}

/** The paths of the console's pages and forms. */
export const PATHS = {
  home: "/",
  preferences: "/preferences",
  license: "/preferences/product-license",
  uploadNew: "/upload/new",
  uploadActivated: "/upload/activated",
  check: "/check",
  boughtKey: "/practice/license.key",
  style: "/practice.css",
  status: "/status.json",
} as const;

type Path = (typeof PATHS)[keyof typeof PATHS];

/** The start page: explains the console and the first action. */
export function homePage(context: PageContext): string {
  const t = LABELS[context.language];
  return frame(
    context,
    PATHS.home,
    t.home,
    html`
    <section class="panel">
      <p>${t.intro}</p>
      <p>${t.introNext}</p>
      <p><a href="${PATHS.boughtKey}" download>${t.boughtKey}</a></p>
    </section>`,
  );
}

/** The Preferences page: links to the licence page. */
export function preferencesPage(context: PageContext): string {
  const t = LABELS[context.language];
  const here = `${PATHS.license}?lang=${context.language}`;
  return frame(
    context,
    PATHS.preferences,
    t.preferences,
    html`
    <ul class="panel choices"><li><a href="${here}">${t.productLicense}</a></li></ul>`,
  );
}

/** The Product License page: the status and two expandable bars. */
export function licensePage(context: PageContext): string {
  const { language, notice, activationUrl } = context;
  const t = LABELS[language];
  return frame(
    context,
    PATHS.license,
    t.productLicense,
    html`
    ${notice ? noticeBox(notice, language) : ""}
    ${statusBlock(context)}
    ${bar(
      t.newLicense,
      notice?.bar === "new",
      html`
      <h2>${t.uploadKey}</h2>
      ${uploadForm("new", context)}`,
    )}
    ${bar(
      t.checkAndActivation,
      notice?.bar === "activated",
      html`
      <h2>${t.step1}</h2>
      <p><a href="${activationUrl}" rel="noreferrer">${t.activateLicense}</a></p>
      <h2>${t.step2}</h2>
      ${uploadForm("activated", context)}
      <form class="check" method="post" action="${PATHS.check}?lang=${language}">
        <button>${t.checkNow}</button>
      </form>`,
    )}`,
  );
}

/** The page for an unknown address. */
export function notFoundPage(context: PageContext): string {
  return frame(context, PATHS.home, LABELS[context.language].notFound, html``);
}

function frame(context: PageContext, at: Path, title: string, content: Html): string {
  const { language, state } = context;
  const t = LABELS[language];
  const assetHref = `${PATHS.license}?lang=${language}#status`;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${title} - ${t.name}</title>
  <link rel="stylesheet" href="${PATHS.style}">
</head>
<body>
  <header>
    <p class="name">${t.name} <span class="tag">${t.notReal}</span></p>
    <p>${t.assetId}: <a href="${assetHref}">${state.assetId}</a></p>
    <p class="languages" role="group" aria-label="${t.language}">${languageLink("ja", "日本語", at)} ${languageLink("en", "English", at)}</p>
  </header>
  ${navigation(t, language, at)}
  <main>
    <h1>${title}</h1>
    ${content}
  </main>
</body>
</html>
`;
  return page.markup;
}

function languageLink(language: ConsoleLanguage, name: string, at: Path): Html {
  return html`<a lang="${language}" hreflang="${language}" href="${at}?lang=${language}">${name}</a>`;
}

function navigation(t: Labels, language: ConsoleLanguage, at: Path): Html {
  const item = (path: Path, label: string, attribute: Html = html``) => {
    const current = path === at ? html` aria-current="page"` : "";
    return html`<li${attribute}><a href="${path}?lang=${language}"${current}>${label}</a></li>`;
  };
  return html`<nav aria-label="${t.navigation}"><ul>
    ${item(PATHS.home, t.home)}
    ${item(PATHS.preferences, t.preferences)}
    ${at === PATHS.home ? "" : item(PATHS.license, t.productLicense, html` class="below"`)}
  </ul></nav>`;
}

function noticeBox(notice: Notice, language: ConsoleLanguage): Html {
  const [role, tone] = notice.good ? ["status", "good"] : ["alert", "bad"];
  return html`<p class="notice ${tone ?? ""}" role="${role ?? ""}">${noticeText(notice, language)}</p>`;
}

// One line for each row, so that the block can be selected and copied as in the guide.
function statusBlock({ state, language, now }: PageContext): Html {
  const rows = statusRows(state, language, now).map(
    ([label, value]) => html`<div><dt>${label}: </dt><dd>${value}</dd></div>`,
  );
  return html`<section class="panel" id="status" aria-label="${LABELS[language].status}">
      <dl>${rows}</dl>
      <p class="alert">${LABELS[language].noServer}</p>
    </section>`;
}

function bar(title: string, open: boolean, content: Html): Html {
  return html`<details class="panel bar"${open ? html` open` : ""}><summary>${title}</summary><div>${content}</div></details>`;
}

function uploadForm(target: Bar, { language }: PageContext): Html {
  const t = LABELS[language];
  const action = target === "new" ? PATHS.uploadNew : PATHS.uploadActivated;
  const id = `key-${target}`;
  return html`<form method="post" enctype="multipart/form-data" action="${action}?lang=${language}">
        <label class="button" for="${id}">${t.browse}</label>
        <input id="${id}" type="file" name="key">
        <button>${t.upload}</button>
      </form>`;
}
