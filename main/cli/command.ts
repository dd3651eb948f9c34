import type { Language } from "../../core/settings.ts";
import type { TicketId } from "../../core/stick/records.ts";

/** A parsed command. Only the form of its options was checked. Paths are as typed. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "drives" }
  | {
      readonly name: "request";
      readonly drive: string;
      readonly url: string; // "-": standard input
      readonly assetId?: string;
      readonly note?: string;
      readonly operator?: string;
      readonly minimal: boolean;
      readonly again: boolean;
    }
  | { readonly name: "scan"; readonly drive: string }
  | { readonly name: "reach" }
  | {
      readonly name: "fetch";
      readonly drive: string;
      readonly tickets?: readonly TicketId[];
      readonly again: boolean;
      readonly byHand?: string;
      readonly operator?: string;
    }
  | {
      readonly name: "deliver";
      readonly drive: string;
      readonly to: string;
      readonly tickets?: readonly TicketId[];
      readonly assetId?: string;
      readonly byHand?: string;
      readonly operator?: string;
    }
  | { readonly name: "status"; readonly text: string } // "-": standard input
  | { readonly name: "explain"; readonly code: string };

export type CommandNamed<N extends Command["name"]> = Extract<Command, { readonly name: N }>;

export const COMMANDS = ["drives", "request", "scan", "reach", "fetch", "deliver", "status", "explain"] as const;
export type CommandName = (typeof COMMANDS)[number];

/** A parsed command line. `language` overrides the system's language. */
export interface CommandLine {
  readonly command: Command;
  readonly json: boolean;
  readonly language: Language | null;
}
