import type { Problem } from "../../problem.ts";
import type { Translation } from "../translation.ts";

export const policy = {
  title: "Site policy",
  lead: "Rules set by this computer's administrator:",
  hosts: "Activation servers",
  /** Named by `--policy`, but not allowed by the system's file. */
  ignoredHosts: "Ignored servers",
  folders: "Folders in place of a stick",
  foldersAllowed: { yes: "allowed", no: "not allowed" },
  note: "Note",
  operator: "Your name",
  demanded: { yes: "required with each request", no: "optional" },
  language: "Language",
  languageOpen: "system language",
  /** Where the policy lies: one file or two. */
  files: (count: number) => (count === 1 ? "File" : "Files"),
  close: "Close",
  /** The hint at a field that it demands. */
  demandedHint: (hint: string) => `${hint} Required by the site policy.`,
  noFolders: "The site policy does not allow folders.",
  /** In place of every screen, while the policy cannot be used. */
  stopped: {
    headline: "The site policy cannot be used",
    sentence: "Show this to the administrator of this computer.",
  },
  copyForAdministrator: "Copy details for the administrator",
  /** What the administrator needs: the problem in words, and the program's version. */
  forAdministrator: ({ code }: Problem, message: string, version: string) =>
    `Keyferry ${version}\n${code}\n${message}\n`,
};

export type PolicyTexts = Translation<typeof policy>;
