import * as v from "valibot";
import type { RunTool } from "./run.ts";

/** One block device of Linux with the devices inside it: a stick's partitions, a partition's unlocked volume. */
export interface BlockDevice {
  readonly name: string; // "/dev/sdb"
  readonly fileSystem: string | null;
  readonly bytes: number;
  readonly model: string;
  /** Host, channel, target and unit. The slots of one card reader differ only in the unit. */
  readonly address: string;
  readonly children: readonly BlockDevice[];
}

const Text = v.fallback(v.nullable(v.string()), null);
const Size = v.fallback(v.pipe(v.union([v.number(), v.string()]), v.transform(Number)), 0); // text in older lsblk
const DeviceSchema: v.GenericSchema<unknown, BlockDevice> = v.pipe(
  v.object({
    name: v.string(),
    fstype: Text,
    size: Size,
    model: Text,
    hctl: Text,
    children: v.fallback(v.array(v.lazy(() => DeviceSchema)), []),
  }),
  v.transform(({ name, fstype, size, model, hctl, children }) => {
    return { name, fileSystem: fstype, bytes: size, model: model ?? "", address: hctl ?? "", children };
  }),
);
const ListingSchema = v.object({ blockdevices: v.array(DeviceSchema) });

const ARGUMENTS = ["--json", "--paths", "--bytes", "--output", "NAME,FSTYPE,SIZE,MODEL,HCTL"] as const;
const LIMIT_MS = 5_000;

/** Returns all block devices, each disk with its partitions; empty when `lsblk` fails. */
export async function listBlockDevices(run: RunTool): Promise<readonly BlockDevice[]> {
  const ran = await run("lsblk", ARGUMENTS, { timeoutMs: LIMIT_MS });
  try {
    const listing = v.safeParse(ListingSchema, JSON.parse(ran.stdout));
    return listing.success ? listing.output.blockdevices : [];
  } catch {
    return []; // no JSON: an old lsblk, or no lsblk
  }
}

/** Returns a device and all devices inside it. */
export const withAllIn = (device: BlockDevice): readonly BlockDevice[] => [
  device,
  ...device.children.flatMap((child) => withAllIn(child)),
];

/** Returns the disk that is the device or contains it. */
export const diskOf = (disks: readonly BlockDevice[], name: string): BlockDevice | null =>
  disks.find((disk) => withAllIn(disk).some((device) => device.name === name)) ?? null;
