import { test } from "@playwright/test";
import { openGallery } from "../fixtures/gallery-window.ts";
import { buildGallery } from "../gallery/build-gallery.ts";

test("look", async () => {
  test.setTimeout(500_000);
  const html = await buildGallery();
  for (const [language, scheme, names] of [
    ["en", "light", ["request-done", "request-eject-failed", "request-ejected", "request-worn-out", "request-unmounted", "link-unmounted", "fetch-done"]],
    ["ja", "dark", ["request-done", "request-eject-busy", "deliver-done", "request-mount-failed", "request-locked-drive", "deliver-ejected"]],
  ] as const) {
    const gallery = await openGallery(html, scheme);
    for (const small of [false, true]) {
      if (small) await gallery.resize(640, 480);
      for (const name of names) {
        await gallery.show(name, language);
        await gallery.page.screenshot({ path: `/tmp/look/${language}${small ? "-small" : ""}-${name}.png` });
      }
    }
    await gallery.close();
  }
});
