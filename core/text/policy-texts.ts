import type { Problem } from "../problem.ts";

/** What the window says about the site's policy. */
export interface PolicyTexts {
  readonly title: string;
  readonly lead: string;
  readonly hosts: string;
  /** Named by `--policy`, but not allowed by the system's file. */
  readonly ignoredHosts: string;
  readonly folders: string;
  readonly foldersAllowed: Readonly<Record<"yes" | "no", string>>;
  readonly note: string;
  readonly operator: string;
  readonly demanded: Readonly<Record<"yes" | "no", string>>;
  readonly language: string;
  readonly languageOpen: string;
  /** Where the policy lies: one file or two. */
  files(count: number): string;
  readonly close: string;
  /** The hint at a field that it demands. */
  demandedHint(hint: string): string;
  readonly noFolders: string;
  /** In place of every screen, while the policy cannot be used. */
  readonly stopped: { readonly headline: string; readonly sentence: string };
  readonly copyForAdministrator: string;
  /** What the administrator needs: the problem in words, and the program's version. */
  forAdministrator(problem: Problem, message: string, version: string): string;
}
