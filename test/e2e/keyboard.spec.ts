import { expect, test } from "@playwright/test";
import { screensFor } from "../../core/text/screens-for.ts";
import { type GalleryWindow, openGallery } from "../fixtures/gallery-window.ts";
import { buildGallery } from "../gallery/build-gallery.ts";
import { LINK } from "../gallery/samples.ts";

// Where the focus is, what is heard and what is covered: the real state machine behind a bridge to nowhere.

const words = screensFor("en");
const { fetch, request, stick, checklist } = words;
const MOUNT = stick.mount("Kingston DataTraveler 3.0");

let gallery: GalleryWindow;
test.beforeAll(async () => {
  gallery = await openGallery(await buildGallery(), "light");
});
test.afterAll(() => gallery.close());

const press = async (name: string): Promise<void> => {
  await gallery.page.getByRole("button", { name, exact: true }).first().focus();
  await gallery.page.keyboard.press("Enter");
};
const heading = () => gallery.page.getByRole("heading", { level: 1 });
const news = () => gallery.page.locator("main > .unseen[role=status]");

test.describe("a button that is gone leaves the focus to the headline", () => {
  for (const [state, button] of [
    ["request-done", checklist.eject("KINGSTON (E:)")],
    ["link-offered", request.takeOffer],
    ["link-good", request.pasteOther],
  ] as const) {
    test(`${button} at ${state}`, async () => {
      await gallery.show(state, "en");
      await press(button);
      await expect(heading()).toBeFocused();
      await expect(news(), "which is heard once").toHaveText("");
    });
  }

  test("one of several links", async () => {
    await gallery.show("link-two-urls", "en");
    await gallery.page.locator("main button.link").first().focus();
    await gallery.page.keyboard.press("Enter");
    await expect(heading()).toBeFocused();
  });
});

test.describe("a button keeps the focus while its work is under way", () => {
  for (const [state, button, said] of [
    ["request-unmounted", MOUNT, stick.opening],
    ["fetch-running", fetch.cancel, fetch.cancelling],
  ] as const) {
    test(`${button} at ${state}`, async () => {
      await gallery.show(state, "en");
      await press(button);
      await expect(gallery.page.getByRole("status").filter({ hasText: said })).toBeVisible();
      await expect(gallery.page.getByRole("button", { name: button })).toBeFocused();
    });
  }
});

test("whoever types a link keeps the field, and hears what came of it", async () => {
  await gallery.show("link-empty", "en");
  const box = gallery.page.getByRole("textbox", { name: request.box });
  await box.fill(LINK);
  await expect(box).toBeFocused();
  await expect(news()).toHaveText("Is this the right system?");
});

test.describe("what failed after a click is called out at its place", () => {
  for (const [state, said] of [
    ["link-clipboard-empty", request.clipboardEmpty],
    ["link-file-too-large", request.noLinkFile],
    ["fetch-copy-failed", "the main process did not answer"],
    ["deliver-folder-failed", "the main process did not answer"],
    ["upload-show-failed", "the main process did not answer"],
  ] as const) {
    test(state, async () => {
      await gallery.show(state, "en");
      await expect(gallery.page.getByRole("alert").filter({ hasText: said })).toBeVisible();
    });
  }
});

test("the map stands still between a screen that scrolls and one that does not", async () => {
  const left = async (state: string) => {
    await gallery.show(state, "en");
    return (await gallery.page.locator(".trips-left").boundingBox())?.x;
  };
  expect(await left("link-empty")).toBe(await left("request-no-stick"));
});

test.describe("in a small window", () => {
  test.beforeAll(() => gallery.resize(640, 480));

  test("no box that has the focus lies under the button that stays", async () => {
    const { page } = gallery;
    await gallery.show("fetch-200", "ja");
    await page.getByRole("checkbox").first().focus();
    for (let nth = 0; nth < 25; nth += 1) {
      const covered = await page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        const bar = document.querySelector(".stay")?.getBoundingClientRect();
        return box && bar ? box.bottom > bar.top : null;
      });
      expect(covered, `box ${nth}`).toBe(false);
      await page.keyboard.press("Tab");
    }
  });

  test("a long list scrolls with the window, and its notes are shown", async () => {
    await gallery.show("fetch-200", "ja");
    const inner = await gallery.page.locator(".lines").evaluate((list) => list.scrollHeight - list.clientHeight);
    expect(inner).toBe(0);
    await expect(gallery.page.getByText("work order 4711").first()).toBeVisible();
  });

  for (const state of ["request-done", "request-eject-busy", "fetch-done", "deliver-done"]) {
    test(`the tick that is still open is seen above its button, at ${state}`, async () => {
      await gallery.show(state, "ja");
      const open = await gallery.page.locator(".ticks .open").boundingBox();
      const button = await gallery.page.locator("main .big").boundingBox();
      expect(open && button && open.y + open.height <= button.y).toBe(true);
    });
  }
});
