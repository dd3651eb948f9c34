import type { Texts } from "../texts-for.ts";
import { alas } from "./alas.ts";
import { cli } from "./cli.ts";
import { notices } from "./notices.ts";
import { problems } from "./problems.ts";

export const ja: Texts = { problems, notices, alas, cli };
