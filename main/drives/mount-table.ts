/** One line of the kernel's mount table (proc(5), mountinfo). */
export interface Mount {
  readonly point: string;
  /** Major and minor device number, such as "8:17"; "0:…" for a file system without a device. */
  readonly numbers: string;
  /** The device, such as "/dev/sdb1", or the name that a file system without a device uses. */
  readonly source: string;
  readonly fileSystem: string;
  /** Options of this mount: "ro" when it was mounted read-only. */
  readonly options: readonly string[];
  /** Options of the file system: "ro" also when the kernel made it read-only. */
  readonly superOptions: readonly string[];
}

/** Parses the table, oldest mount first. Skips a line that it cannot parse. */
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

/** Returns the mount that a path is on. The newest of several at the same point covers the others. */
export function mountOf(table: readonly Mount[], path: string): Mount | null {
  const above = table.filter(({ point }) => point === path || point === "/" || path.startsWith(`${point}/`));
  return above.reduce<Mount | null>((best, one) => (one.point.length >= (best?.point.length ?? 0) ? one : best), null);
}

/** Decodes blanks, tabs, line ends and backslashes, which the table writes as octal numbers. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
