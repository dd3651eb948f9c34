/** One line of the kernel's table of mounts (proc(5), mountinfo). */
export interface Mount {
  readonly point: string;
  /** The device's numbers, "8:17"; "0:…" where a file system has none of its own. */
  readonly numbers: string;
  /** The device, such as "/dev/sdb1", or whatever a file system without one calls itself. */
  readonly source: string;
  readonly fileSystem: string;
  /** Of this mount: "ro" where it was asked to be. */
  readonly options: readonly string[];
  /** Of the file system below it: "ro" also where the kernel made it so. */
  readonly superOptions: readonly string[];
}

/** Reads the table, oldest mount first. A line that cannot be read hides none of the others. */
export function parseMountTable(text: string): readonly Mount[] {
  return text.split("\n").flatMap((line) => {
    const [head = "", tail = ""] = line.split(" - ");
    const [, , numbers = "", , point, options] = head.split(" ");
    const [fileSystem, source, superOptions] = tail.split(" ");
    if (!point || !options || !fileSystem || !source) return [];
    return [
      {
        point: unescaped(point),
        numbers,
        source: unescaped(source),
        fileSystem,
        options: options.split(","),
        superOptions: (superOptions ?? "").split(","),
      },
    ];
  });
}

/** The mount that a path lies on: of several at the same point the newest covers the others. */
export function mountOf(table: readonly Mount[], path: string): Mount | null {
  const above = table.filter(({ point }) => point === path || point === "/" || path.startsWith(`${point}/`));
  return above.reduce<Mount | null>((best, one) => (one.point.length >= (best?.point.length ?? 0) ? one : best), null);
}

/** Blanks, tabs, line ends and backslashes stand as octal numbers. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
