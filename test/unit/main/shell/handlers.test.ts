import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NO_POLICY, type SitePolicy } from "../../../../core/policy/site-policy.ts";
import { err, ok } from "../../../../core/result.ts";
import { createDeviceLock } from "../../../../main/drives/device-lock.ts";
import type { Services } from "../../../../main/services.ts";
import { createHandlers, type Desktop } from "../../../../main/shell/handlers.ts";
import { createRunningSteps } from "../../../../main/shell/running-steps.ts";
import { memoryAt, noMemory } from "../../../fixtures/computer.ts";
import { fakeContext } from "../../../fixtures/context.ts";
import { done } from "../../../fixtures/done.ts";
import { emptyStick, temporaryFolder } from "../../../fixtures/stick-folder.ts";
import * as sample from "../../../gallery/samples.ts";

const RELAY = "https://alas-relay.plant-4.example/activate?siteid=ze-207";
const nothing = { computer: null, language: null, consoleLanguage: null, operator: null };

/** The window's calls at a site with these rules: one stick, a clipboard, and a dialog that would choose a folder. */
async function site(rules: Partial<SitePolicy> = {}, clipboard = "", readOnly = false) {
  const [stick, home, folder] = [await emptyStick(), await temporaryFolder(), await temporaryFolder()];
  const asked = { dialogs: 0, withdrawn: 0 };
  const inUse = createDeviceLock();
  const { locks } = memoryAt(home);
  const policy = { ...NO_POLICY, ...rules };
  const services = {
    home,
    settings: nothing,
    policy: ok(policy),
    drives: {
      resolve: () => stick,
      withSharedUse: inUse.withSharedUse,
      find: () => ({ drive: { ...sample.stick, readOnly }, device: null }),
      addFolder: async () => ok(sample.folder),
      latest: () => ok([]),
    },
    signIn: { withdrawAll: () => (asked.withdrawn += 1) },
    context: { ...fakeContext(), ...noMemory, locks, policy },
  } as unknown as Services; // only what these calls use
  const desktop = {
    dialog: {
      showOpenDialog: async () => {
        asked.dialogs += 1;
        return { canceled: false, filePaths: [folder] };
      },
    },
    clipboard: { readText: () => clipboard },
    window: () => null,
  } as unknown as Desktop; // the same
  const start = { language: "en", platform: "linux", version: "1.0.0" } as const;
  return {
    handlers: createHandlers(services, desktop, start, createRunningSteps(), () => undefined),
    asked,
    inUse,
    locks,
    home,
    stick,
  };
}

const request = (more: object = {}) => ({
  stick: sample.stick.id,
  pasted: sample.LINK,
  assetId: null,
  note: null,
  operator: null,
  minimal: false,
  again: true,
  ...more,
});

test("the window learns the site's rules when it starts", async () => {
  const { handlers } = await site({ requireNote: true });
  expect(await handlers["app.start"](undefined)).toMatchObject({ value: { policy: ok({ requireNote: true }) } });
});

test("a page that starts anew leaves no question of a proxy open that the page before it was asked", async () => {
  const { handlers, asked } = await site();
  await handlers["app.start"](undefined);
  expect(asked.withdrawn).toBe(1);
});

test("of settings that are changed in the same moment none is lost", async () => {
  const { handlers, home } = await site();
  const changes = [{ computer: "B" }, { language: "ja" }, { consoleLanguage: "en" }] as const;
  await Promise.all(changes.map((change) => handlers["settings.change"](change)));
  const kept = JSON.parse(await readFile(join(home, "settings.json"), "utf8"));
  expect(kept).toEqual({ ...nothing, computer: "B", language: "ja", consoleLanguage: "en" });
});

describe("a folder in place of a stick", () => {
  test("is chosen where the site allows it", async () => {
    const { handlers } = await site();
    expect(await handlers["drives.chooseFolder"](undefined)).toEqual(ok(sample.folder));
  });

  test("is not even asked for where it does not", async () => {
    const { handlers, asked } = await site({ allowFolders: false });
    expect(await handlers["drives.chooseFolder"](undefined)).toEqual(err({ code: "folder-forbidden" }));
    expect(asked.dialogs).toBe(0);
  });
});

describe("the clipboard's link", () => {
  test.each([
    ["is offered when the site adds its server", { hosts: ["alas-relay.plant-4.example"] }, RELAY],
    ["stays where it is otherwise", {}, null],
  ])("%s", async (_, rules, offered) => {
    const { handlers } = await site(rules, RELAY);
    expect(await handlers["clipboard.link"](undefined)).toEqual(ok(offered));
  });

  test("leaves main alone, without the words around it", async () => {
    const around = `To: r.tanaka@plant-4.example\r\nPassword: hunter2\r\n  <${sample.LINK}>\r\nThe rest of the mail.`;
    const { handlers } = await site({}, around);
    expect(await handlers["clipboard.link"](undefined)).toEqual(ok(sample.LINK));
  });
});

describe("who made a request", () => {
  const remembered = async (home: string) => JSON.parse(await readFile(join(home, "settings.json"), "utf8")).operator;

  test("is written to the stick, and remembered for the next one", async () => {
    const { handlers, home, stick } = await site();
    const { ticket } = done(await handlers["stick.request"](request({ operator: "Maintenance 2" })));
    const record = await readFile(join(stick.root, "KEYFERRY", ticket.folder, "ticket.json"), "utf8");
    expect(JSON.parse(record).from.operator).toBe("Maintenance 2");
    expect(await remembered(home)).toBe("Maintenance 2");
    expect(await handlers["app.start"](undefined)).toMatchObject({
      value: { settings: { operator: "Maintenance 2" } },
    });
  });

  test("is forgotten when the next one names nobody by choice, but not when it leaves all out", async () => {
    const { handlers, home } = await site();
    done(await handlers["stick.request"](request({ operator: "Maintenance 2" })));
    done(await handlers["stick.request"](request({ minimal: true })));
    expect(await remembered(home)).toBe("Maintenance 2");
    done(await handlers["stick.request"](request()));
    expect(await remembered(home)).toBeNull();
  });

  test("is demanded here, too, whatever the window let through", async () => {
    const { handlers } = await site({ requireOperator: true });
    expect(await handlers["stick.request"](request())).toEqual(err({ code: "operator-required", byHand: false }));
  });
});

describe("NEXT-STEP.txt that a pull left out of date", () => {
  /** A site whose stick's NEXT-STEP.txt knows nothing of the second request. */
  async function afterPull(readOnly = false) {
    const pulled = await site({}, "", readOnly);
    const file = join(pulled.stick.root, "KEYFERRY", "NEXT-STEP.txt");
    done(await pulled.handlers["stick.request"](request()));
    const old = await readFile(file, "utf8");
    done(await pulled.handlers["stick.request"](request()));
    const right = await readFile(file, "utf8");
    await writeFile(file, old);
    const scan = () => pulled.handlers["stick.scan"]({ stick: sample.stick.id });
    return { ...pulled, scan, old, right, text: () => readFile(file, "utf8") };
  }

  test("is right when the window shows what is on the stick", async () => {
    const { scan, text, right } = await afterPull();
    done(await scan());
    expect(await text()).toBe(right);
  });

  test("stays as it is on a stick that is read-only", async () => {
    const { scan, text, old } = await afterPull(true);
    done(await scan());
    expect(await text()).toBe(old);
  });

  test("stays as it is on a stick that is about to be ejected", async () => {
    const { scan, text, old, inUse } = await afterPull();
    const scanning = scan();
    const ejected = await inUse.withExclusiveUse(sample.stick.id, async () => ok(await text()));
    expect(ejected).toEqual(ok(old));
    done(await scanning);
    expect(await text()).toBe(old);
  });

  test("is mended once by two scans at a time, and a request written meanwhile is not missing from it", async () => {
    const { scan, handlers, stick, text } = await afterPull();
    const [first, second, requested] = await Promise.all([scan(), scan(), handlers["stick.request"](request())]);
    done(first);
    done(second);
    const { ticket, warnings } = done(requested);
    expect(warnings).toEqual([]);
    expect(await text()).toContain(ticket.folder);
    expect(await readdir(join(stick.root, "KEYFERRY"))).not.toContain("NEXT-STEP.txt.part");
  });

  test("stays as it is while another program fetches to the stick", async () => {
    const { scan, text, old, locks, stick } = await afterPull();
    const fetched = await locks.hold(stick.root, async () => {
      done(await scan());
      return ok(await text());
    });
    expect(fetched).toEqual(ok(old));
  });
});
