import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { screensFor } from "../../core/text/screens-for.ts";
import { type PracticeAlas, startPracticeAlas } from "../../main/practice/practice-alas.ts";
import { makePracticeKey } from "../../main/practice/practice-key.ts";
import { issueCertificates } from "../../tools/lib/certificates.mjs";
import { trustCertificate } from "../../tools/lib/trust-store.mjs";
import { newFolder, runJson } from "../fixtures/cli.ts";
import { openKeyferry } from "../fixtures/keyferry-app.ts";
import { type PracticeSite, startPracticeSite } from "../fixtures/practice-site.ts";

const RELAY = "alas-relay.plant-4.example";
const RELAY_URL = `https://${RELAY}/alas/activate?siteid=ze-207`;

let site: PracticeSite;
let stick: Awaited<ReturnType<typeof newFolder>>;

test.beforeEach(async () => {
  [site, stick] = await Promise.all([startPracticeSite(), newFolder()]);
});
test.afterEach(async () => {
  await Promise.all([site.close(), stick.remove()]);
});

/** An administrator's file; its path. */
async function policy(rules: object): Promise<string> {
  const file = join(site.home, "policy.json");
  await writeFile(file, JSON.stringify({ format: "keyferry-policy", version: 1, ...rules }));
  return file;
}

/** A second server under a name of the site's own, which this user's computer leads to. Away again after `use`. */
async function withRelay(trusted: boolean, use: (relay: PracticeAlas, place: PracticeSite) => Promise<void>) {
  const { ca, key, cert } = await issueCertificates({ hostname: RELAY });
  const user = await newFolder(); // who has not met the site's own authority, which has the same name
  if (trusted) await trustCertificate(user.path, ca);
  const relay = await startPracticeAlas({ tls: { key, cert } });
  const switches = [`--host-resolver-rules=MAP ${RELAY}:443 127.0.0.1:${relay.port}`];
  try {
    await use(relay, { ...site, switches, env: { ...site.env, HOME: user.path } });
  } finally {
    await Promise.all([relay.close(), user.remove()]);
  }
}

const keyAnswer = (body: Uint8Array) => ({
  status: 200,
  headers: { "Content-Disposition": 'attachment; filename="av_12345_A.key"' },
  body,
});

test("a server that the policy adds is asked once over real TLS, and only under that policy", async () => {
  const drive = ["--drive", stick.path];
  const under = ["--policy", await policy({ hosts: [RELAY] })];
  const key = makePracticeKey({ assetId: "ze-207", number: 12345, activation: 1 });
  await withRelay(true, async (relay, place) => {
    expect(await runJson(place, ["request", ...drive, "--url", RELAY_URL])).toMatchObject({
      exit: 2,
      json: { error: { code: "url-wrong-host", host: RELAY } },
    });
    const requested = await runJson(place, ["request", ...drive, "--url", RELAY_URL, ...under]);
    expect(requested).toMatchObject({ exit: 0, json: { ticket: { assetId: "ze-207" } } });

    expect(await runJson(place, ["fetch", ...drive])).toMatchObject({ exit: 0, json: { results: [] } });
    expect(relay.requests).toEqual([]);
    relay.answerNext(keyAnswer(key));
    const fetched = await runJson(place, ["fetch", ...drive, ...under]);
    expect(fetched).toMatchObject({ exit: 0, json: { results: [{ outcome: "key", bytes: key.length }] } });
    expect(relay.requests.map(({ path }) => path)).toEqual(["/alas/activate?siteid=ze-207"]);

    const { folder } = requested.json.ticket;
    const answer = JSON.parse(await readFile(join(stick.path, "KEYFERRY", folder, "answer.json"), "utf8"));
    expect(answer.server.host).toBe(RELAY);
    const to = join(site.home, "out");
    const delivered = await runJson(place, ["deliver", ...drive, "--to", to, ...under]);
    expect(delivered.exit).toBe(0);
    expect(Buffer.compare(await readFile(join(to, "av_12345_A.key")), key)).toBe(0);
  });
});

test("an added server must prove who it is as the vendor's must", async () => {
  const drive = ["--drive", stick.path];
  const under = ["--policy", await policy({ hosts: [RELAY] })];
  await withRelay(false, async (relay, place) => {
    await runJson(place, ["request", ...drive, "--url", RELAY_URL, ...under]);
    const { exit, json } = await runJson(place, ["fetch", ...drive, ...under]);
    expect({ exit, code: json.error.code }).toEqual({ exit: 4, code: "tls-untrusted" });
    expect(relay.requests).toEqual([]);
  });
});

test("where folders are forbidden a folder is no stick, for any command", async () => {
  const under = ["--drive", stick.path, "--policy", await policy({ allowFolders: false })];
  const to = join(site.home, "out");
  for (const command of [
    ["request", "--url", site.console.activationUrl],
    ["scan"],
    ["fetch"],
    ["deliver", "--to", to],
  ]) {
    expect(await runJson(site, [...command, ...under]), command[0]).toMatchObject({
      exit: 2,
      json: { ok: false, error: { code: "folder-forbidden", remedy: expect.stringMatching(/./) } },
    });
  }
  expect(await readdir(stick.path)).toEqual([]);
});

test("a policy that cannot be used stops every step, and says where and why", async () => {
  const file = await policy({ allowFolder: false }); // misspelt
  const under = ["--drive", stick.path, "--policy", file];
  for (const command of [["request", "--url", site.console.activationUrl], ["scan"], ["fetch"]]) {
    expect(await runJson(site, [...command, ...under]), command[0]).toMatchObject({
      exit: 2,
      json: { error: { code: "policy-unusable", file, fault: { type: "unknown-key", key: "allowFolder" } } },
    });
  }
  expect(await runJson(site, ["scan", "--drive", stick.path, `--policy=${file}.none`])).toMatchObject({
    exit: 2,
    json: { error: { code: "policy-unusable", fault: { type: "unreadable", detail: "ENOENT" } } },
  });
  expect(await runJson(site, ["explain", "3.5", "--policy", file])).toMatchObject({ exit: 0 });
  expect(await readdir(stick.path)).toEqual([]);
  expect(site.alas.requests).toEqual([]);
});

test("a note and a name are demanded of the command line, too", async () => {
  const under = ["--drive", stick.path, "--policy", await policy({ requireNote: true, requireOperator: true })];
  const request = ["request", "--url", site.console.activationUrl, ...under];
  const named = ["--note", "4711", "--operator", "Maintenance 2"];
  const codeOf = async (args: readonly string[]) => (await runJson(site, [...request, ...args])).json.error?.code;
  expect(await codeOf([])).toBe("note-required");
  expect(await codeOf(["--note", "4711"])).toBe("operator-required");
  expect(await codeOf([...named, "--minimal"])).toBe("note-required");
  expect(await readdir(stick.path)).toEqual([]);
  const { json } = await runJson(site, [...request, ...named]);
  const ticket = JSON.parse(await readFile(join(stick.path, "KEYFERRY", json.ticket.folder, "ticket.json"), "utf8"));
  expect(ticket).toMatchObject({ note: "4711", from: { operator: "Maintenance 2" } });
});

test("the window speaks the site's language, shows its rules, and asks for what they demand", async () => {
  const file = await policy({ hosts: [RELAY], allowFolders: false, requireNote: true, language: "ja" });
  const words = screensFor("ja");
  const app = await openKeyferry({ ...site, switches: [...site.switches, `--policy=${file}`] });
  const { page } = app;
  const shows = page.getByRole("button", { name: words.policy.title });
  await shows.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: words.policy.title });
  await expect(dialog).toContainText(RELAY);
  await expect(dialog).toContainText(words.policy.foldersAllowed.no);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(shows).toBeFocused();

  await page.getByRole("button", { name: words.computer.choose("B") }).click();
  await expect(page.getByText(words.policy.noFolders)).toBeVisible();
  await expect(page.getByRole("button", { name: words.stick.chooseFolder })).toBeHidden();
  await page.getByRole("textbox", { name: words.request.box }).fill(RELAY_URL);
  await page.getByRole("button", { name: words.request.yes("ze-207") }).click();
  const note = page.getByRole("textbox", { name: words.request.note });
  await expect(note).toBeFocused();
  await expect(page.getByRole("alert")).toBeVisible();
  await note.fill("4711");
  await page.getByRole("button", { name: words.request.yes("ze-207") }).click();
  await expect(note).toBeHidden();
  await app.close();
});

test("without a policy the window says nothing of one", async () => {
  const app = await openKeyferry(site);
  await expect(app.page.getByRole("button", { name: screensFor("en").policy.title })).toHaveCount(0);
  await app.close();
});

test("the window shows a policy that cannot be used, and nothing else", async () => {
  const file = await policy({ requireNote: "yes" });
  const words = screensFor("en");
  const app = await openKeyferry({ ...site, switches: [...site.switches, `--policy=${file}`] });
  const { page } = app;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.policy.stopped.headline);
  await expect(page.getByRole("alert")).toContainText("requireNote");
  await expect(page.getByRole("alert")).toContainText(file);
  await expect(page.getByRole("button")).toHaveText([words.policy.copyForAdministrator]);
  await app.close();
});
