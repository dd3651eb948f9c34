import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { channels, type EventName } from "../../core/ipc.ts";
import { type KeyferryApp, openKeyferry } from "../fixtures/keyferry-app.ts";
import { type PracticeSite, startPracticeSite } from "../fixtures/practice-site.ts";

const built = (path: string) => fileURLToPath(new URL(`../../out/${path}`, import.meta.url));

let site: PracticeSite;
let app: KeyferryApp;

test.beforeAll(async () => {
  site = await startPracticeSite();
  app = await openKeyferry(site);
});
test.afterAll(async () => {
  await app.close();
  await site.close();
});

test("the built preload requires electron and nothing else", () => {
  const preload = readFileSync(built("preload/index.cjs"), "utf8");
  expect([...preload.matchAll(/require\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name)).toEqual(["electron"]);
});

/** The events that the window can listen to: one that is missing here does not compile. */
const EVENTS: { readonly [E in EventName]: true } = {
  "drives.changed": true,
  "drives.failed": true,
  "scan.progress": true,
  "fetch.progress": true,
  "proxy.signInWanted": true,
};

test("the window has the bridge and nothing of Node or Electron", async () => {
  const seen = await app.page.evaluate(() => ({
    globals: ["require", "process", "module", "Buffer", "electron", "ipcRenderer"].filter((name) => name in globalThis),
    bridge: Object.keys((globalThis as unknown as { keyferry: object }).keyferry).length,
    address: location.href,
  }));
  expect(seen.globals).toEqual([]);
  expect(seen.bridge).toBe(channels.length + Object.keys(EVENTS).length);
  expect(seen.address).toBe("app://keyferry/index.html");
});

test("Electron itself says that the window is sandboxed, isolated and without Node", async () => {
  const preferences = await app.application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // It is not among Electron's types: what the window really got, after all defaults.
    return (contents as unknown as { getLastWebPreferences(): object } | undefined)?.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
});

test("the window cannot reach the network, run text as code, or write script into itself", async () => {
  const refused = await app.page.evaluate(async (address) => {
    const outcomes: Record<string, string> = {};
    const run = (done: (value: unknown) => void, refuse: (why: unknown) => void) => {
      try {
        done(new Function("return 1")());
      } catch (why) {
        refuse(why);
      }
    };
    const attempt = async (name: string, act: () => unknown) => {
      try {
        await act();
        outcomes[name] = "done";
      } catch {
        outcomes[name] = "refused";
      }
    };
    await attempt("fetch", () => fetch(address));
    // Later, in a task of the page itself: what the test's own protocol evaluates is exempt from the policy.
    await attempt("function", () => new Promise((done, refuse) => setTimeout(() => run(done, refuse))));
    await attempt("markup", () => {
      document.createElement("div").innerHTML = "<b>x</b>";
    });
    await attempt(
      "trusted types policy",
      () =>
        new Promise((done, refuse) =>
          setTimeout(() => {
            const { trustedTypes } = globalThis as unknown as {
              trustedTypes: { createPolicy(name: string, rules: object): object };
            };
            try {
              done(trustedTypes.createPolicy("page", { createHTML: (text: string) => text }));
            } catch (why) {
              refuse(why);
            }
          }),
        ),
    );
    await attempt("image", () => {
      const image = new Image();
      image.src = address;
      return image.decode();
    });
    return outcomes;
  }, site.console.url);
  expect(refused).toEqual({
    fetch: "refused",
    function: "refused",
    markup: "refused",
    "trusted types policy": "refused",
    image: "refused",
  });
});

test("the window cannot call another computer either, which no policy and no request shows", async () => {
  const heard = await listenForCalls();
  const states = await app.page.evaluate(async ({ udp, tcp }) => {
    const connection = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${udp}` },
        { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, username: "x", credential: "x" },
      ],
    });
    connection.createDataChannel("x");
    await connection.setLocalDescription(await connection.createOffer());
    await new Promise((resolve) => setTimeout(resolve, 2000));
    connection.close();
    return connection.connectionState;
  }, heard.ports);
  expect(states).toBe("closed");
  expect(heard.count()).toBe(0);
  heard.close();
});

/** Counts whatever comes to two ports of this computer, by UDP and by TCP. */
async function listenForCalls() {
  let count = 0;
  const heard = () => (count += 1);
  const udp = createSocket("udp4").on("message", heard);
  udp.bind(0, "127.0.0.1");
  const tcp = createServer(heard).listen(0, "127.0.0.1");
  await Promise.all([once(udp, "listening"), once(tcp, "listening")]);
  const { port } = tcp.address() as AddressInfo; // of a server that listens on a port
  const close = (): void => {
    udp.close();
    tcp.close();
  };
  return { ports: { udp: udp.address().port, tcp: port }, count: () => count, close };
}

test("the window stays on its page and opens no other", async () => {
  const before = app.page.url();
  const opened = await app.page.evaluate((address) => {
    const window = open(address);
    location.href = address;
    return window !== null;
  }, site.console.url);
  await app.page.waitForTimeout(500);
  expect(opened).toBe(false);
  expect(app.page.url()).toBe(before);
  expect(app.application.windows()).toHaveLength(1);
});

test("every permission is denied", async () => {
  const states = await app.page.evaluate(async () => {
    const names = ["geolocation", "notifications", "camera", "microphone", "clipboard-read", "midi"];
    const answers = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)),
    );
    return [...new Set(answers)];
  });
  expect(states).toEqual(["denied"]);
});

test("a window that is not ours is refused on every channel, though it holds the same bridge", async () => {
  const answers = await app.application.evaluate(
    async ({ BrowserWindow }, { preload, page }) => {
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL(page);
      const answers: Record<string, unknown> = await foreign.webContents.executeJavaScript(`(async () => {
        const answers = {};
        for (const [name, call] of Object.entries(keyferry)) if (!name.startsWith("on")) answers[name] = await call({});
        return answers;
      })()`);
      foreign.destroy();
      return answers;
    },
    { preload: built("preload/index.cjs"), page: "app://keyferry/index.html" },
  );
  expect(Object.keys(answers)).toHaveLength(channels.length);
  for (const [name, answer] of Object.entries(answers)) {
    expect(answer, name).toEqual({ ok: false, error: { code: "call-rejected" } });
  }
});

test("nothing was sent to anybody meanwhile", () => {
  expect(site.alas.requests).toEqual([]);
});
