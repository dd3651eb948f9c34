// @ts-check

/**
 * One row of the table in ARCHITECTURE.md: which files may import which. Each entry is the beginning of a path from the
 * checkout's folder ("core/"), all of Node ("node:"), or a package with all that it exports ("react").
 * @typedef {object} ImportRule
 * @property {readonly string[]} files that the rule applies to, as beginnings of their paths
 * @property {readonly string[]} may what they import
 * @property {readonly string[]} [mayAsType] what they import only as `import type`
 * @property {string} [because] the reason, shown in the table
 */

const SERVICES = ["drives", "stick", "alas", "steps", "home", "journal", "practice"].map((name) => `main/${name}/`);

/** @type {readonly ImportRule[]} */
export const IMPORT_RULES = [
  { files: ["core/"], may: ["core/", "valibot"] },
  {
    files: SERVICES,
    may: ["node:", "core/", "main/lib/", ...SERVICES, "valibot", "p-limit", "drivelist", "usb-detection"],
    mayAsType: ["electron"],
    because: "electron's values are passed in",
  },
  {
    files: ["main/shell/", "main/cli/", "main/index.ts", "main/services.ts"],
    may: ["node:", "core/", "main/", "electron", "valibot", "p-limit"],
  },
  { files: ["main/lib/"], may: ["node:", "core/decode-text.ts", "core/stick/folder-entry.ts", "main/lib/"] },
  { files: ["preload/"], may: ["electron"], mayAsType: ["core/"], because: "it only passes on" },
  {
    files: ["renderer/"],
    may: ["react", "react-dom", "core/", "renderer/"],
    mayAsType: ["preload/index.ts"],
    because: "it reaches the world through the bridge",
  },
];

/** The table of ARCHITECTURE.md. `npm run docs` writes it. */
export function importTable() {
  const rows = IMPORT_RULES.map(({ files, may, mayAsType = [], because = "" }) => [
    inCode(files),
    inCode(may),
    `${inCode(mayAsType)}${because && `${mayAsType.length > 0 ? ": " : ""}${because}`}`,
  ]);
  const head = ["files", "may import", "may import as types only"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** @param {readonly string[]} names */
function inCode(names) {
  return names.map((name) => `\`${name}\``).join(" ");
}
