// @ts-check
// npm run test:usb [name]: what can only be proven with a stick on a USB bus, in a virtual machine that has one.
import { runPackage } from "./lib/run.mjs";
import { Stop, script } from "./lib/script.mjs";
import { setUp } from "./lib/setup.mjs";
import { ensureKernel } from "./lib/usb/kernel.mjs";

await script(async () => {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Stop("the virtual machine runs this computer's own programs: it needs Linux on x64");
  }
  const { executable } = await setUp({ debian: ["display", "usb"] });
  await ensureKernel();
  const args = ["run", "--config", "test/usb/vitest.config.ts", ...process.argv.slice(2)];
  const env = { KEYFERRY_ELECTRON: executable };
  const { code } = await runPackage("vitest", "vitest", args, { env, show: true });
  return code;
});
