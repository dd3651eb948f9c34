import type { PolicyTexts } from "../policy-texts.ts";

export const policy: PolicyTexts = {
  title: "Site policy",
  lead: "Rules set by this computer's administrator:",
  hosts: "Activation servers",
  ignoredHosts: "Ignored servers",
  folders: "Folders in place of a stick",
  foldersAllowed: { yes: "allowed", no: "not allowed" },
  note: "Note",
  operator: "Your name",
  demanded: { yes: "required with each request", no: "optional" },
  language: "Language",
  languageOpen: "system language",
  files: (count) => (count === 1 ? "File" : "Files"),
  close: "Close",
  demandedHint: (hint) => `${hint} Required by the site policy.`,
  noFolders: "The site policy does not allow folders.",
  stopped: {
    headline: "The site policy cannot be used",
    sentence: "Show this to the administrator of this computer.",
  },
  copyForAdministrator: "Copy details for the administrator",
  forAdministrator: ({ code }, message, version) => `Keyferry ${version}\n${code}\n${message}\n`,
};
