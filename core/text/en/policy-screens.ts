import type { PolicyTexts } from "../policy-texts.ts";

export const policy: PolicyTexts = {
  title: "Site policy",
  lead: "The administrator of this computer has laid down:",
  hosts: "Activation servers",
  ignoredHosts: "Servers not taken over",
  folders: "Folders in place of a stick",
  foldersAllowed: { yes: "allowed", no: "not allowed" },
  note: "Note",
  operator: "Your name",
  demanded: { yes: "demanded with each request", no: "as you like" },
  language: "Language",
  languageOpen: "the system's",
  files: (count) => (count === 1 ? "File" : "Files"),
  close: "Close",
  demandedHint: (hint) => `${hint} The site policy demands it.`,
  noFolders: "The site policy allows no folders.",
  stopped: {
    headline: "The site policy cannot be used",
    sentence: "Show this to the administrator of this computer.",
  },
  copyForAdministrator: "Copy details for the administrator",
  forAdministrator: ({ code }, message, version) => `Keyferry ${version}\n${code}\n${message}\n`,
};
