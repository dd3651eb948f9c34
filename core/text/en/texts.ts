import type { Translation } from "../translation.ts";
import { alas } from "./alas.ts";
import { cli } from "./cli.ts";
import { notices } from "./notices.ts";
import { problems } from "./problems.ts";

/** All that the services and the command line say, in English. */
export const en = { problems, notices, alas, cli };

export type Texts = Translation<typeof en>;
