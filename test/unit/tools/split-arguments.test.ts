import { expect, test } from "vitest";
import { splitArguments } from "../../../tools/lib/split-arguments.mjs";

test.each([
  ["nothing", "", []],
  ["one switch", "--disable-gpu", ["--disable-gpu"]],
  ["white space of all kinds between", " --a\t--b\n --c ", ["--a", "--b", "--c"]],
  [
    "a value in double quotes",
    '--host-resolver-rules="MAP alas.stratus.com:443 127.0.0.1:8443" --v=1',
    ["--host-resolver-rules=MAP alas.stratus.com:443 127.0.0.1:8443", "--v=1"],
  ],
  ["a value in single quotes", "--proxy-server='http=a b;https=c'", ["--proxy-server=http=a b;https=c"]],
  ["the other quote inside quotes", `'say "hi"' "it's"`, ['say "hi"', "it's"]],
  ["an empty argument in quotes", `--a "" --b`, ["--a", "", "--b"]],
  ["a path with backslashes", "--user-data-dir=C:\\keyferry", ["--user-data-dir=C:\\keyferry"]],
])("splits %s", (_, line, expected) => expect(splitArguments(line)).toEqual(expected));
