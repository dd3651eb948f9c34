import { systemNamesIn } from "../system-names.ts";

export const systemNames = systemNamesIn({
  many: (count) => `${count} システム`,
  unknown: "アセット ID 不明のシステム",
  between: "、",
});
