import { describe, expect, test } from "vitest";
import { LanguageSchema } from "../../../../core/settings.ts";
import { consoleLabels } from "../../../../core/text/console-labels.ts";
import { driveName } from "../../../../core/text/drive-name.ts";
import { screensFor } from "../../../../core/text/screens-for.ts";
import { CONSOLE_UPLOAD_STEPS } from "../../../../core/trip/deliver-step.ts";
import type { Step } from "../../../../core/trip/trip.ts";
import * as sample from "../../../gallery/samples.ts";

const steps: readonly (Step | null)[] = [null, "request", "fetch", "deliver"];

describe.each(LanguageSchema.options)("the window's words in %s", (language) => {
  const { actions, deliver, request } = screensFor(language);
  const cases = Object.entries(actions).flatMap(([name, action]) =>
    steps.flatMap((step) =>
      [true, false].map((folder) => {
        const untold = {
          foldersAllowed: folder,
          total: folder ? 2 : 3,
          kept: folder ? 2 : 0,
          until: "10:17",
          systems: ["ze-207", null],
        };
        const facts = { ...untold, step, folder, stick: "KINGSTON (E:)", assetId: "ze-207", count: 2 };
        return [name, step, action.headline(facts), action.sentence(facts)] as const;
      }),
    ),
  );

  test.each(cases)("%s (step %s) has a headline and a sentence", (_name, _step, headline, sentence) => {
    for (const text of [headline, sentence]) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|null|NaN|\$\{/);
      if (language === "ja") expect(text).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
    expect(headline.length, "a headline is short").toBeLessThanOrEqual(42);
  });

  test.each(LanguageSchema.options)("the console's places are named by the labels of a console in %s", (spoken) => {
    const labels = consoleLabels[spoken];
    const steps = deliver.uploadSteps("av_1_A.key").map((step) => step(labels));
    expect(steps).toHaveLength(CONSOLE_UPLOAD_STEPS);
    expect(steps[2]).toContain("av_1_A.key");
    expect(request.linkSteps.map((step) => step(labels)).join()).toContain(`[${labels.checkAndActivation}]`);
    expect(request.bothNames(labels)).toContain(`[${labels.linkAlso}]`);
  });
});

test.each(LanguageSchema.options)("a sentence names a few systems, and counts many, in %s", (language) => {
  const { hint } = screensFor(language).stick;
  const said = (count: number) =>
    hint({ type: "take-to-a", assetIds: Array.from({ length: count }, (_, index) => `ze-${index}`) });
  expect(said(3)).toContain("ze-2");
  expect(said(4)).not.toContain("ze-");
  expect(said(4)).toContain("4");
});

test.each([
  ["letter and label", sample.stick, "KINGSTON (E:)"],
  ["no label", { ...sample.stick, label: null }, "Kingston DataTraveler 3.0 (E:)"],
  ["a mount point", { ...sample.stick, path: "/media/operator/KINGSTON" }, "KINGSTON"],
  ["nothing but a mount point", { ...sample.stick, path: "/mnt/usb", label: " ", description: "" }, "usb"],
  ["nothing at all", { ...sample.stick, path: null, label: null, description: "" }, "USB"],
  ["a folder", sample.folder, "licences"],
])("a drive is called by what a person sees: %s", (_, drive, expected) => {
  expect(driveName(drive)).toBe(expected);
});
