import { systemNamesIn } from "../system-names.ts";

export const systemNames = systemNamesIn({
  many: (count) => `${count} systems`,
  unknown: "a system without asset ID",
  between: ", ",
});
