import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { screensFor } from "../../core/text/screens-for.ts";
import { stickAtFolder } from "../../main/drives/stick-at-folder.ts";
import { saveRequest } from "../../main/steps/request.ts";
import { startGateway, startRawProxy, startStrictProxy, startTinyproxy } from "../faults/proxies.ts";
import { newFolder, runJson } from "../fixtures/cli.ts";
import { fakeContext } from "../fixtures/context.ts";
import { type KeyferryApp, openKeyferry } from "../fixtures/keyferry-app.ts";
import { type PracticeSite, startPracticeSite } from "../fixtures/practice-site.ts";

const words = screensFor("en");
const USER = "plant";
const PASSWORD = "s3cret-of-plant-4";
const SYSTEMS = { one: { keyNumber: 31 }, two: { keyNumber: 32 }, three: { keyNumber: 33 } };

// Each test starts the app a few times, and none looks at another.
test.describe.configure({ mode: "parallel" });

let site: PracticeSite;
let stick: Awaited<ReturnType<typeof newFolder>>;
const started: { close(): Promise<void> }[] = [];

test.beforeEach(async () => {
  [site, stick] = await Promise.all([startPracticeSite({ systems: SYSTEMS }), newFolder()]);
});
test.afterEach(async () => {
  await Promise.all([site.close(), stick.remove(), ...started.splice(0).map(({ close }) => close())]);
});

/** A network whose only way out is a real proxy. `settings` are lines of tinyproxy's configuration. */
async function behindProxy(...settings: readonly string[]) {
  const gateway = await startGateway(site.alas.port);
  const proxy = await startTinyproxy(site.home, gateway.port, settings);
  started.push(gateway, proxy);
  const address = `127.0.0.1:${proxy.port}`;
  const switches = [`--proxy-server=${address}`, "--host-resolver-rules=MAP alas.stratus.com ~NOTFOUND"];
  return { address, place: { ...site, switches } };
}

/** A network whose proxy asks again after a wrong password. */
async function behindStrictProxy(): Promise<PracticeSite> {
  const proxy = await startStrictProxy(site.alas.port, USER, PASSWORD);
  started.push(proxy);
  return { ...site, switches: [`--proxy-server=127.0.0.1:${proxy.port}`] };
}

async function request(...assetIds: readonly string[]): Promise<void> {
  const found = await stickAtFolder(stick.path);
  if (!found.ok) throw new Error(found.error.code);
  const context = { ...fakeContext(), random: randomBytes };
  for (const assetId of assetIds) {
    const pasted = `https://alas.stratus.com/alas/activate?siteid=${assetId}`;
    const made = await saveRequest(found.value, { pasted, minimal: false, again: false }, context);
    if (!made.ok) throw new Error(made.error.code);
  }
}

/** What was asked of the server, in order. */
const asked = () => site.alas.requests.map(({ method, path }) => `${method} ${path}`);

test.describe("reach says where the way to ALAS ends, and uses no activation", () => {
  const NOTHING_SENT: readonly string[] = [];
  const HEAD = ["HEAD /"];
  const reach = async (switches: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { exit, json } = await runJson({ env: { ...site.env, ...env }, switches }, ["reach"]);
    const steps: { step: string; ok: boolean | null; detail: string | null }[] = json.steps;
    const picture = steps.map(({ ok }) => (ok === null ? "-" : ok ? "+" : "x")).join("");
    return { exit, picture, code: json.error?.code ?? null, steps };
  };

  test("all the way", async () => {
    const { exit, picture } = await reach(site.switches);
    expect({ exit, picture }).toEqual({ exit: 0, picture: "+++++" });
    expect(asked(), "a single request, with nothing in it that could be counted").toEqual(HEAD);
  });

  test("an answer that points elsewhere is an answer, and is not followed", async () => {
    const headers = { Location: "https://login.plant.example/welcome" };
    site.alas.answerNext({ status: 302, headers, body: Buffer.alloc(0) });
    const { exit, picture, steps } = await reach(site.switches);
    expect({ exit, picture }).toEqual({ exit: 0, picture: "+++++" });
    expect(steps[4]?.detail).toContain("https://login.plant.example/welcome");
    expect(asked()).toEqual(HEAD);
  });

  const ends: readonly (readonly [string, string, string, string])[] = [
    ["an unknown name", "--host-resolver-rules=MAP alas.stratus.com ~NOTFOUND", "+x---", "net-name-not-found"],
    ["a closed port", "--host-resolver-rules=MAP alas.stratus.com 127.0.0.1:1", "++x--", "net-refused"],
    ["a dead proxy", "--proxy-server=127.0.0.1:1", "x----", "proxy-unreachable"],
    ["a switch that weakens TLS", "--ignore-certificate-errors", "---x-", "tls-switched-off"],
  ];
  for (const [name, option, picture, code] of ends) {
    test(name, async () => {
      const found = await reach([option]);
      expect(found).toMatchObject({ exit: 4, picture, code });
      expect(asked()).toEqual(NOTHING_SENT);
    });
  }

  test("a certificate that is not trusted", async () => {
    const user = await newFolder(); // who has not met the site's authority
    const found = await reach(site.switches, { HOME: user.path });
    await user.remove();
    expect(found).toMatchObject({ exit: 4, picture: "+++x-", code: "tls-untrusted" });
    expect(asked()).toEqual(NOTHING_SENT);
  });

  test("a proxy that works", async () => {
    const { address, place } = await behindProxy();
    const { exit, picture, steps } = await reach(place.switches);
    expect({ exit, picture }).toEqual({ exit: 0, picture: "+-+++" });
    expect(steps[0]?.detail).toContain(address);
    expect(asked()).toEqual(HEAD);
  });

  test("a proxy that wants a sign-in which this system cannot make", async () => {
    const head =
      "HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Strange\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n";
    const proxy = await startRawProxy((client) => client.end(`${head}page`));
    started.push(proxy);
    const found = await reach([`--proxy-server=127.0.0.1:${proxy.port}`]);
    expect(found, "its page is nobody's answer").toMatchObject({ exit: 4, picture: "x----" });
    expect(["proxy-sign-in", "proxy-unreachable"]).toContain(found.code);
    expect(asked()).toEqual(NOTHING_SENT);
  });

  test("a proxy that asks who is there", async () => {
    const { address, place } = await behindProxy(`BasicAuth ${USER} ${PASSWORD}`);
    expect(await reach(place.switches)).toMatchObject({ exit: 4, picture: "x----", code: "proxy-sign-in" });
    const env = { KEYFERRY_PROXY_USER: USER, KEYFERRY_PROXY_PASSWORD: PASSWORD };
    expect(
      await reach(place.switches, { ...env, KEYFERRY_PROXY: "127.0.0.1:9" }),
      "a name and a password are given to the proxy that they are for, and to no other",
    ).toMatchObject({ exit: 4, code: "proxy-sign-in" });
    expect(asked()).toEqual(NOTHING_SENT);
    expect(await reach(place.switches, { ...env, KEYFERRY_PROXY: address })).toMatchObject({ exit: 0 });
    expect(asked()).toEqual(HEAD);
  });
});

/** Computer A's window, with the stick in. */
async function openAtA(place: PracticeSite): Promise<KeyferryApp> {
  const app = await openKeyferry(place, { computer: "A" });
  await app.chooseFolder(stick.path);
  await app.page.getByRole("button", { name: words.computer.choose("A") }).click();
  await app.page.getByRole("button", { name: words.stick.chooseFolder }).first().click();
  return app;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

test("a proxy's sign-in is asked for in the window, by keyboard, and the key is fetched once", async () => {
  const { address, place } = await behindProxy(`BasicAuth ${USER} ${PASSWORD}`);
  await request("one", "three", "two");
  const app = await openAtA(place);
  const { page } = app;
  const { signIn } = words.network;
  const dialog = page.getByRole("dialog", { name: signIn.title });
  await page.getByRole("button", { name: words.fetch.fetch(3, 0) }).press("Enter");

  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText(address);
  await expect.poll(() => focused(page)).toBe("sign-in-name");
  await page.keyboard.type(USER);
  await page.keyboard.press("Tab");
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");

  await expect(dialog).toContainText(signIn.triesLeft(2));
  await expect.poll(() => focused(page)).toBe("sign-in-password");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");

  await expect(dialog).toBeHidden();
  // The last record is on the stick a moment before the fetch has ended, and a window is not closed over a fetch.
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toHaveText("Now take the folder to Computer B", { timeout: 30_000 });
  expect(await keysOn(stick.path)).toEqual(["av_31_A.key", "av_32_A.key", "av_33_A.key"]);
  expect(asked().sort(), "each was asked for once").toEqual(
    ["one", "three", "two"].map((id) => `GET /alas/activate?siteid=${id}`),
  );
  await app.close();
  expect(await filesWith(site.home, PASSWORD), "the password is nowhere on this computer").toEqual([]);
  expect(await filesWith(stick.path, PASSWORD)).toEqual([]);
});

test("who does not sign in is told so, once, and nothing was sent; the next click asks anew", async () => {
  const place = await behindStrictProxy();
  await request("one", "two");
  const app = await openAtA(place);
  const { page } = app;
  const dialog = page.getByRole("dialog", { name: words.network.signIn.title });
  await page.getByRole("button", { name: words.fetch.fetch(2, 0) }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused({ timeout: 20_000 });
  await expect(dialog).toBeHidden();
  expect(asked()).toEqual([]);

  const { reach } = words.network;
  const check = page.getByRole("button", { name: reach.check });
  await check.press("Enter");
  await expect(dialog, "the next click asks anew").toBeVisible();
  await expect.poll(() => focused(page)).toBe("sign-in-name");
  await page.keyboard.type(USER);
  await page.keyboard.press("Tab");
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText(words.network.signIn.triesLeft(2));
  await expect.poll(() => focused(page)).toBe("sign-in-password");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByText(reach.reached)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: reach.checkAgain }), "the focus is where it was").toBeFocused();
  expect(asked()).toEqual(["HEAD /"]);
  await app.close();
});

test("a page that dies over a proxy's question ends the fetch, and is loaded again", async () => {
  const place = await behindStrictProxy();
  await request("one");
  const app = await openAtA(place);
  const { page } = app;
  const dialog = page.getByRole("dialog", { name: words.network.signIn.title });
  await page.getByRole("button", { name: words.fetch.fetch(1, 0) }).click();
  await expect(dialog).toBeVisible();
  await crash(app);
  await app.close(); // fails while a fetch is under way: the window asks then, and stays
  expect(asked(), "nothing was sent").toEqual([]);
});

/** Kills the page's process and waits until the page is loaded again. */
const crash = ({ application }: KeyferryApp) =>
  application.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once("did-finish-load", () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );

/** The names of the keys on a stick, whichever request's they are. */
async function keysOn(root: string): Promise<string[]> {
  const names = await readdir(root, { recursive: true });
  return names
    .map((name) => basename(name))
    .filter((name) => name.endsWith(".key"))
    .sort();
}

/** The files below a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith("tinyproxy-")) continue; // the proxy itself has to know it
    const file = join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(text)) found.push(file);
  }
  return found;
}
