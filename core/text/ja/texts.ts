import type { Texts } from "../en/texts.ts";
import { alas } from "./alas.ts";
import { cli } from "./cli.ts";
import { notices } from "./notices.ts";
import { problems } from "./problems.ts";

export const ja = { problems, notices, alas, cli } satisfies Texts;
